import { settings } from './settings.ts';

/** A fragment without its later half: what a page looks like while it is still coming. */
const cutInHalf = (markup: string): DocumentFragment => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const all = [...template.content.querySelectorAll('*')];
  for (const late of all.slice(Math.ceil(all.length / 2))) late.remove();
  return template.content;
};

const latest = new WeakMap<HTMLElement, string>();

/** Puts markup into a place, in two goes where pages load slowly; `then` runs when it is whole. */
export const insert = (place: HTMLElement, markup: string, then: () => void = () => undefined): void => {
  latest.set(place, markup);
  const whole = (): void => {
    if (latest.get(place) !== markup) return;
    place.innerHTML = markup;
    then();
  };
  if (settings.halfMs === 0) {
    whole();
    return;
  }
  place.replaceChildren(cutInHalf(markup));
  window.setTimeout(whole, settings.halfMs);
};

const groupsIn = (place: HTMLElement): HTMLElement[] =>
  [...place.querySelectorAll('.tree .node + *')].filter((node) => node instanceof HTMLElement);

/** Draws a place anew from the same markup, groups of a tree open as they were: every element in it is another one afterwards. */
export const drawAgain = (place: HTMLElement): void => {
  const markup = latest.get(place);
  if (markup === undefined) return;
  const closed = groupsIn(place).map(({ hidden }) => hidden);
  place.innerHTML = markup;
  for (const [at, group] of groupsIn(place).entries()) group.hidden = closed[at] ?? group.hidden;
};

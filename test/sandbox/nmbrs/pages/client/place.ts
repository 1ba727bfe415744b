import { element } from './element.ts';
import { settings } from './settings.ts';

const { variant, shadow } = settings;

/** Told of every root in which presses are to be heard. */
export type Listen = (root: Document | ShadowRoot) => void;

const intoShadow = (host: HTMLElement, mode: ShadowRootMode, listen: Listen): HTMLElement => {
  const root = host.attachShadow({ mode });
  const inside = element('div', { class: 'shadow-inside' });
  for (const sheet of ['nmbrs', 'grids'])
    root.append(element('link', { rel: 'stylesheet', href: `/assets/${sheet}.css` }));
  root.append(inside);
  listen(root);
  return inside;
};

/** Where the inside of a page goes. */
export const contentPlace = (listen: Listen): HTMLElement | null => {
  const content = document.querySelector<HTMLElement>('#content');
  if (!content || variant !== 'E') return content;
  const host = document.createElement('nmbrs-view');
  content.replaceChildren(host);
  return intoShadow(host, shadow === 'closed' ? 'closed' : 'open', listen);
};

/** Puts up a layer for one popup, at the end of the document; gives where its markup goes and how to take it away. */
export const popupPlace = (listen: Listen): { readonly inside: HTMLElement; readonly remove: () => void } => {
  if (variant === 'E') {
    const host = document.createElement('nmbrs-popup');
    document.body.append(host);
    return { inside: intoShadow(host, shadow === 'open' ? 'open' : 'closed', listen), remove: () => host.remove() };
  }
  const layer = element('div', { class: variant === 'C' ? 'popup-layer cdk-overlay-container' : 'popup-layer' });
  document.body.append(layer);
  return { inside: layer, remove: () => layer.remove() };
};

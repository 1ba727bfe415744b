import { render } from 'preact';
import tokens from '../../assets/styles/tokens.css?inline';
import { type Box, boxOf } from '../../components/in-page/box-of.ts';
import { createInPageHost } from '../../components/in-page/host.ts';
import { findSpot } from '../../components/in-page/placement.ts';
import { createRing } from '../../components/in-page/ring.ts';
import { isPlainlyVisible } from '../../components/page-card/plainly-visible.ts';
import { sure } from '../../utils/guide/locate/located.ts';
import type { PageIndex } from '../../utils/guide/page/page-index.ts';
import { isVisible } from '../../utils/guide/page/visible.ts';
import styles from './card.css?inline';
import { Card } from './card.tsx';
import type { CardDeeds, CardState } from './card-state.ts';
import type { GuideTranslate } from './texts.ts';

export interface CardView {
  readonly host: HTMLElement;
  show(state: CardState, index: PageIndex): void;
  /** Whether a click on the card was the admin's own and on what could be seen. */
  trusts(event: MouseEvent): boolean;
  remove(): void;
}

const controls =
  'a,button,input:not([type=hidden]),select,textarea,[onclick],[role=button],[role=tab],[role=switch],[role=checkbox],[role=combobox]';
// The page decides what a rem is; the card does not follow it (nmbrs-ui.md §3.6).
const css = `${tokens.replaceAll(':root', ':host').replace(/([\d.]+)rem/g, (_, rem: string) => `${Number(rem) * 16}px`)}\n${styles}`;

/** Draws the card and the ring. The card goes where it covers none of the page's controls, and folds itself where there is no such place. */
export function createCardView(t: GuideTranslate, deeds: CardDeeds): CardView {
  const { element: host, root, keep, remove } = createInPageHost(document, css);
  const place = document.createElement('div');
  place.className = 'place';
  root.append(place);
  const ring = createRing(root);
  const end = new AbortController();
  for (const name of ['scroll', 'resize'])
    window.addEventListener(name, () => ring.draw(), { capture: true, passive: true, signal: end.signal });
  /** The admin unfolded it by hand although it covers something. */
  let insisted = false;
  let last = '';

  const draw = (state: CardState): void => render(<Card t={t} state={state} deeds={deeds} />, place);
  const settle = (boxes: readonly Box[], target: Box | null): number => {
    const { width, height } = place.getBoundingClientRect();
    const spot = findSpot({ width: innerWidth, height: innerHeight }, { width, height }, boxes, target);
    place.style.left = `${spot.left}px`;
    place.style.top = `${spot.top}px`;
    return spot.covers;
  };

  return {
    host,
    show(state, index) {
      keep();
      const target = state.step.target;
      const folding = `${state.step.say}|${state.folded}`;
      if (folding !== last) insisted = last !== '' && last.endsWith('|true') && !state.folded;
      last = folding;
      draw(state);
      ring.point(target && state.work === null ? target.element : null, (target?.confidence ?? 1) < sure);
      const boxes = index
        .query(controls)
        .filter(isVisible)
        .map(boxOf)
        .filter(({ width }) => width > 0);
      const aim = target ? boxOf(target.element) : null;
      if (settle(boxes, aim) > 0 && !state.folded && !insisted && state.confirm === null && state.work === null) {
        draw({ ...state, folded: true });
        settle(boxes, aim);
      }
    },
    trusts: (event) => event.target instanceof Element && isPlainlyVisible(host, event.target, event),
    remove() {
      end.abort();
      render(null, place);
      remove();
    },
  };
}

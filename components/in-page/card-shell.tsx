import { render } from 'preact';
import tokens from '../../assets/styles/tokens.css?inline';
import { boxOf } from './box-of.ts';
import styles from './card.css?inline';
import { CardFrame, type FrameView, type FrameWords } from './card-frame.tsx';
import { createInPageHost } from './host.ts';
import { findSpot } from './placement.ts';
import { isPlainlyVisible } from './plainly-visible.ts';
import { createRing } from './ring.ts';

export interface ShellView extends FrameView {
  /** What the ring goes around; null = nothing. */
  readonly target: Element | null;
  /** The target is only likely to be the one that is meant. */
  readonly soft: boolean;
  /** The document, and the shadow roots and frames in it that the page's controls may be in. */
  readonly roots: readonly ParentNode[];
}

/** The companion's card in somebody else's page. */
export interface CardShell {
  readonly host: HTMLElement;
  /** null takes it off the page. */
  show(view: ShellView | null): void;
  /** Whether a click on the card was the admin's own and on what could be seen. */
  trusts(event: MouseEvent): boolean;
  remove(): void;
}

const controls =
  'a,button,input:not([type=hidden]),select,textarea,[onclick],[role=button],[role=tab],[role=switch],[role=checkbox],[role=combobox]';

/** Puts the card into a page. It goes where it covers none of the page's controls, and folds where there is no such place. */
export function createCardShell(page: Document, words: FrameWords, ownStyles = ''): CardShell {
  // The page decides what a rem is; the card does not follow it (nmbrs-ui.md §3.6).
  const css = `${tokens.replaceAll(':root', ':host').replace(/([\d.]+)rem/g, (_, rem: string) => `${Number(rem) * 16}px`)}\n${styles}\n${ownStyles}`;
  const { element: host, root, keep, remove } = createInPageHost(page, css);
  const ring = createRing(root);
  const place = page.createElement('div');
  place.className = 'place';
  root.append(place);
  const end = new AbortController();
  // What is unfolded in the card, or said in it meanwhile, makes it higher.
  const grown = new ResizeObserver(() => view && settle(view));
  grown.observe(place);
  for (const name of ['scroll', 'resize'])
    addEventListener(name, () => ring.draw(), { capture: true, passive: true, signal: end.signal });
  let view: ShellView | null = null;
  let folded = false;
  /** The admin unfolded it by hand although it covers something, during this sentence. */
  let insisted: string | null = null;

  const draw = (shown: ShellView, isFolded: boolean): void =>
    render(<CardFrame words={words} view={shown} folded={isFolded} onFold={fold} />, place);

  /** Gives how many controls the card covers where it covers the fewest. */
  const settle = (shown: ShellView): number => {
    const boxes = shown.roots
      .flatMap((each) => [...each.querySelectorAll(controls)])
      .filter((each) => !host.contains(each) && each.checkVisibility({ visibilityProperty: true }))
      .map(boxOf)
      .filter(({ width }) => width > 0);
    const { width, height } = place.getBoundingClientRect();
    const spot = findSpot(
      { width: innerWidth, height: innerHeight },
      { width, height },
      boxes,
      shown.target && boxOf(shown.target),
    );
    place.style.left = `${spot.left}px`;
    place.style.top = `${spot.top}px`;
    return spot.covers;
  };

  const update = (): void => {
    if (view === null) return;
    draw(view, folded);
    if (settle(view) === 0 || folded || insisted === view.summary) return;
    draw(view, true);
    settle(view);
  };

  function fold(next: boolean): void {
    folded = next;
    insisted = next ? null : (view?.summary ?? null);
    update();
    // Whoever folded it with the keyboard stands on what unfolds it, and the other way round.
    root.querySelector<HTMLElement>(next ? '.tab' : '.fold')?.focus({ preventScroll: true });
  }

  return {
    host,
    show(next) {
      view = next;
      ring.point(next?.target ?? null, next?.soft ?? false);
      if (next !== null) {
        keep();
        update();
      } else if (host.isConnected) {
        render(null, place);
        host.remove();
      }
    },
    trusts: (event) => event.target instanceof Element && isPlainlyVisible(host, event.target, event),
    remove() {
      end.abort();
      grown.disconnect();
      render(null, place);
      remove();
    },
  };
}

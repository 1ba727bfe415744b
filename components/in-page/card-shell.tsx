import { render } from 'preact';
import tokens from '../../assets/styles/tokens.css?inline';
import styles from './card.css?inline';
import { CardFrame, type FrameView, type FrameWords } from './card-frame.tsx';
import { letDrag } from './drag.ts';
import { createInPageHost } from './host.ts';
import { type KnownRow, readOccupied } from './occupied.ts';
import { isPlainlyVisible } from './plainly-visible.ts';
import { createRing } from './ring.ts';
import { createStanding } from './standing.ts';

export interface ShellView extends FrameView {
  /** What the ring goes around; null = nothing. */
  readonly target: Element | null;
  /** The target is only likely to be the one that is meant. */
  readonly soft: boolean;
  /** The document, and the shadow roots and frames in it that the page's controls may be in. */
  readonly roots: readonly (Document | ShadowRoot)[];
  /** Rows with a control that were recognised. */
  readonly known: readonly KnownRow[];
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

/** How long nothing must have scrolled before the card makes room: it does not wander while things move. */
const restMs = 150;

/**
 * Puts the card into a page. It stands where it covers none of the page's controls, makes itself smaller and at last folds
 * into a tab where there is no such place, and lies over some only when the admin opens it by hand, until he goes on in the
 * page. What he is using is not moved under his hand.
 */
export function createCardShell(page: Document, words: FrameWords, ownStyles = ''): CardShell {
  // The page decides what a rem is; the card does not follow it (nmbrs-ui.md §3.6).
  const css = `${tokens.replaceAll(':root', ':host').replace(/([\d.]+)rem/g, (_, rem: string) => `${Number(rem) * 16}px`)}\n${styles}\n${ownStyles}`;
  const { element: host, root, keep, remove } = createInPageHost(page, css);
  const ring = createRing(root);
  const place = page.createElement('div');
  place.className = 'place';
  root.append(place);
  const standing = createStanding(root, place);
  const end = new AbortController();
  // What is unfolded in the card, or said in it meanwhile, makes it higher.
  const grown = new ResizeObserver(() => settle(false));
  grown.observe(place);
  let view: ShellView | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    if (view)
      render(<CardFrame words={words} view={view} folded={standing.folded()} onFold={fold} onMove={move} />, place);
  };
  const settle = (scrolled: boolean): void => {
    clearTimeout(rest);
    if (view === null) return;
    const { target, roots, known, mark, summary } = view;
    const before = standing.folded();
    standing.settle(readOccupied(page, roots, host, target, known), mark?.say ?? summary, scrolled);
    if (before === standing.folded()) return;
    const hadFocus = root.activeElement !== null;
    draw();
    // Whoever works with the keyboard stands on what unfolds it when it has folded, and the other way round.
    if (hadFocus) root.querySelector<HTMLElement>(standing.folded() ? '.tab' : '.fold')?.focus({ preventScroll: true });
  };
  const settleAtRest = (scrolled: boolean): void => {
    ring.draw();
    clearTimeout(rest);
    rest = setTimeout(() => settle(scrolled), restMs);
  };
  function fold(folded: boolean): void {
    standing.fold(folded);
    settle(false);
  }
  function move(): void {
    standing.move();
    settle(false);
  }
  const leaveAlone = (): void => {
    if (standing.letGo()) settle(false);
  };

  const always = { capture: true, passive: true, signal: end.signal } as const;
  addEventListener('scroll', () => settleAtRest(true), always);
  addEventListener(
    'resize',
    () => {
      standing.resize();
      settleAtRest(false);
    },
    always,
  );
  // A press in the page, or in a frame of it: the admin goes on there.
  addEventListener('pointerdown', (event) => event.composedPath().includes(host) || leaveAlone(), always);
  addEventListener('blur', () => page.activeElement?.localName === 'iframe' && leaveAlone(), always);
  place.addEventListener('pointerleave', () => settle(false));
  place.addEventListener('focusout', () => queueMicrotask(() => root.activeElement === null && settle(false)));
  letDrag(place, 'header', (point) => {
    standing.drop(point);
    settle(false);
  });

  return {
    host,
    show(next) {
      view = next;
      ring.point(next?.target ?? null, next?.soft ?? false);
      if (next !== null) {
        keep();
        draw();
        settle(false);
      } else if (host.isConnected) {
        clearTimeout(rest);
        render(null, place);
        host.remove();
      }
    },
    trusts: (event) => event.target instanceof Element && isPlainlyVisible(host, event.target, event),
    remove() {
      end.abort();
      grown.disconnect();
      clearTimeout(rest);
      render(null, place);
      remove();
    },
  };
}

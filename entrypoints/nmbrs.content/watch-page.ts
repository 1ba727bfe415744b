import type { Root } from '../../utils/guide/page/roots.ts';

export interface PageWatch {
  /** Roots to watch besides those that are watched already. */
  add(roots: readonly Root[]): void;
  /** Looks in so many milliseconds. */
  nudge(ms: number): void;
  /** Stops hearing the page's changes until the admin does something: for pages that are none of ours. */
  rest(): void;
  stop(): void;
}

const settleMs = 100;
const afterInputMs = [0, 150, 600, 1500];
const attributes = [
  'class',
  'checked',
  'aria-checked',
  'aria-selected',
  'aria-expanded',
  'src',
  'value',
  'style',
  'hidden',
  'open',
];

/**
 * Calls `look` when the page may have changed: after changes of its elements, and after clicks and inputs, since a checkbox
 * changes no element (nmbrs-ui.md §3.4). Never more often than the page settles, never while the tab is hidden.
 */
export function watchPage(look: () => void, ignore: Element, pressed: (target: Element) => void): PageWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let resting = false;
  const watched = new Set<Root>();
  const end = new AbortController();
  const soon = (ms: number): void => {
    if (document.hidden || end.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(() => requestIdle(look), ms);
  };
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => target !== ignore)) soon(settleMs);
  });
  const observe = (root: Root): void =>
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: attributes });
  const wake = (): void => {
    if (resting) for (const root of watched) observe(root);
    resting = false;
  };
  const heard = (): void => {
    wake();
    for (const ms of afterInputMs) setTimeout(() => !end.signal.aborted && requestIdle(look), ms);
  };
  const fromPage = (event: Event): boolean =>
    event.composedPath()[0] instanceof Element && !event.composedPath().includes(ignore);
  const hear = (root: Root): void => {
    const options = { capture: true, signal: end.signal } as const;
    root.addEventListener(
      'mousedown',
      (event) => fromPage(event) && pressed(event.composedPath()[0] as Element),
      options,
    );
    for (const name of ['click', 'change']) root.addEventListener(name, (event) => fromPage(event) && heard(), options);
    // A list that is scrolled may show other rows in the same elements.
    root.addEventListener('scroll', () => soon(settleMs), { capture: true, passive: true, signal: end.signal });
  };
  document.addEventListener('visibilitychange', () => soon(0), { signal: end.signal });

  return {
    add(roots) {
      for (const root of roots) {
        if (watched.has(root)) continue;
        watched.add(root);
        observe(root);
        hear(root);
      }
      for (const root of watched)
        if (root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && !(root as ShadowRoot).host.isConnected)
          watched.delete(root);
    },
    nudge: soon,
    rest() {
      resting = true;
      observer.disconnect();
    },
    stop() {
      end.abort();
      clearTimeout(timer);
      observer.disconnect();
    },
  };
}

function requestIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => work(), { timeout: 300 });
  else work();
}

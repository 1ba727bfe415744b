import type { Root } from '../../utils/guide/page/roots.ts';

export interface PageWatch {
  /** The roots that the page consists of now: these are watched, others no longer. */
  watch(roots: readonly Root[]): void;
  /** Looks in so many milliseconds. */
  nudge(ms: number): void;
  /** Stops hearing the page's changes until the admin does something: for pages that are none of ours. */
  rest(): void;
  stop(): void;
}

const settleMs = 100;
/** A page that never settles is looked at all the same. */
const latestMs = 600;
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
  let sinceMs: number | null = null;
  let resting = false;
  let watched: ReadonlySet<Root> = new Set();
  const heardIn = new WeakSet<Root>();
  const end = new AbortController();
  const soon = (ms: number): void => {
    if (document.hidden || end.signal.aborted) return;
    const nowMs = performance.now();
    sinceMs ??= nowMs;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        sinceMs = null;
        requestIdle(look);
      },
      Math.max(0, Math.min(ms, sinceMs + latestMs - nowMs)),
    );
  };
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => target !== ignore)) soon(settleMs);
  });
  const observe = (root: Root): void =>
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: attributes });
  const later = (ms: number): void => void setTimeout(() => !end.signal.aborted && requestIdle(look), ms);
  const heard = (): void => {
    // What is there to be watched is told after the look.
    if (resting) watched = new Set();
    resting = false;
    for (const ms of afterInputMs) later(ms);
  };
  const fromPage = (event: Event): boolean =>
    (event.composedPath()[0] as Partial<Node> | undefined)?.nodeType === Node.ELEMENT_NODE &&
    !event.composedPath().includes(ignore);
  const hear = (root: Root): void => {
    const options = { capture: true, signal: end.signal } as const;
    // The keyboard sends no mousedown, and after a mousedown the row may be gone.
    for (const name of ['mousedown', 'click'])
      root.addEventListener(name, (event) => fromPage(event) && pressed(event.composedPath()[0] as Element), options);
    for (const name of ['click', 'change']) root.addEventListener(name, (event) => fromPage(event) && heard(), options);
    // A list that is scrolled may show other rows in the same elements.
    root.addEventListener('scroll', () => soon(settleMs), { capture: true, passive: true, signal: end.signal });
  };
  document.addEventListener('visibilitychange', () => soon(0), { signal: end.signal });

  return {
    watch(roots) {
      // Roots that are gone are never touched again: Firefox throws at whoever asks a frame's former document anything.
      for (const root of roots) {
        if (!watched.has(root) && !resting) observe(root);
        if (!heardIn.has(root)) hear(root);
        heardIn.add(root);
      }
      watched = new Set(roots);
    },
    nudge: later,
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

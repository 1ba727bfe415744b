import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const page = 10;

interface Line {
  readonly kind: 'row' | 'group';
}

/** The row that the Tab key stops at: the one chosen last, or the first where that is gone; -1 where there is none. */
export function tabStop(lines: readonly Line[], chosen: number): number {
  return lines[chosen]?.kind === 'row' ? chosen : lines.findIndex(({ kind }) => kind === 'row');
}

interface RowKeys {
  readonly lines: readonly Line[];
  readonly active: number;
  readonly setActive: (index: number) => void;
  readonly frame: RefObject<HTMLElement | null>;
  readonly scrollTo: (index: number) => void;
}

/** Moves the keyboard from row to row of a table of which only a part is drawn; headings of groups are passed over. */
export function useRowKeys({ lines, active, setActive, frame, scrollTo }: RowKeys): (event: KeyboardEvent) => void {
  // The row to focus as soon as it is drawn.
  const wanted = useRef<number | null>(null);

  // Before it is painted, so that the next key goes to the row that the last one chose.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const button = frame.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!button) return;
    wanted.current = null;
    button.focus({ preventScroll: true });
  });

  const go = (from: number, step: 1 | -1): void => {
    let at = Math.max(0, Math.min(lines.length - 1, from));
    while (lines[at]?.kind === 'group') at += step;
    if (lines[at] === undefined) return;
    wanted.current = at;
    setActive(at);
    scrollTo(at);
  };
  return (event) => {
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(active + 1, 1),
      ArrowUp: () => go(active - 1, -1),
      PageDown: () => go(active + page, -1),
      PageUp: () => go(active - page, 1),
      Home: () => go(0, 1),
      End: () => go(lines.length - 1, -1),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };
}

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const page = 10;

interface Line {
  readonly kind: 'row' | 'group';
}

/** Moves the keyboard from row to row of a table of which only a part is drawn; headings of groups are passed over. */
export function useRowKeys(
  lines: readonly Line[],
  frame: RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
) {
  const [chosen, setChosen] = useState(0);
  // The row to focus as soon as it is drawn.
  const wanted = useRef<number | null>(null);
  const active = lines[chosen]?.kind === 'row' ? chosen : lines.findIndex(({ kind }) => kind === 'row');

  useEffect(() => {
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
    setChosen(at);
    scrollTo(at);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
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
  return { active, setActive: setChosen, onKeyDown };
}

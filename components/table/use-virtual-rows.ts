import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface VirtualRows {
  readonly count: number;
  /** Heights in pixels; every row's is known without measuring it, so that nothing moves while one scrolls. */
  readonly heightOf: (index: number) => number;
  readonly frame: RefObject<HTMLElement | null>;
  /** A row that stays in the page wherever one scrolls; -1 = none. */
  readonly kept: number;
}

// Rows drawn beyond what is seen, so that a flick of the wheel meets rows and not white.
const overscan = 5;

/** The few rows of many that are in sight, from TanStack Virtual; the frame scrolls. */
export function useVirtualRows(rows: VirtualRows) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const [virtualizer] = useState(
    () => new Virtualizer<HTMLElement, HTMLElement>(options({ ...rows, count: 0, kept: -1 }, () => {})),
  );
  virtualizer.setOptions(options(rows, () => redraw(undefined)));
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return {
    rows: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    scrollTo: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    /** After heights have changed without the number of rows. */
    measure: () => virtualizer.measure(),
  };
}

/** The rows in sight, and the one that is kept, in their order. */
function withKept(range: Range, kept: number): number[] {
  const seen = defaultRangeExtractor(range);
  const [first, last] = [seen[0] ?? 0, seen.at(-1) ?? 0];
  if (kept < 0 || kept >= range.count || (kept >= first && kept <= last)) return seen;
  return kept < first ? [kept, ...seen] : [...seen, kept];
}

function options({ count, heightOf, frame, kept }: VirtualRows, onChange: () => void) {
  return {
    count,
    overscan,
    estimateSize: heightOf,
    getScrollElement: () => frame.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    rangeExtractor: (range: Range) => withKept(range, kept),
    onChange,
  };
}

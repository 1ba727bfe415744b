import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface VirtualRows {
  readonly count: number;
  /** Heights in pixels; every row's is known without measuring it, so that nothing moves while one scrolls. */
  readonly heightOf: (index: number) => number;
  readonly frame: RefObject<HTMLElement | null>;
}

// Rows drawn beyond what is seen, so that a flick of the wheel meets rows and not white.
const overscan = 12;

/** The few rows of many that are in sight, from TanStack Virtual; the frame scrolls. */
export function useVirtualRows({ count, heightOf, frame }: VirtualRows) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const [virtualizer] = useState(
    () => new Virtualizer<HTMLElement, HTMLElement>(options(0, heightOf, frame, () => {})),
  );
  virtualizer.setOptions(options(count, heightOf, frame, () => redraw(undefined)));
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

function options(
  count: number,
  heightOf: (index: number) => number,
  frame: RefObject<HTMLElement | null>,
  onChange: () => void,
) {
  return {
    count,
    overscan,
    estimateSize: heightOf,
    getScrollElement: () => frame.current,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange,
  };
}

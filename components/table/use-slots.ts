import { useRef } from 'preact/hooks';

interface Slots {
  readonly taken: Map<number, number>;
  /** Longest free first, so that rows which are all replaced keep their order in the page. */
  readonly free: number[];
}

/**
 * A key for each row in sight that outlives the row: who comes into sight takes the elements of who has gone, which costs half of
 * making new ones. A row that stays keeps its own, and the keyboard with it.
 */
export function useSlots(): (indexes: readonly number[]) => ReadonlyMap<number, number> {
  const { taken, free } = useRef<Slots>({ taken: new Map(), free: [] }).current;
  return (indexes) => {
    const wanted = new Set(indexes);
    for (const [index, slot] of taken) {
      if (wanted.has(index)) continue;
      taken.delete(index);
      free.push(slot);
    }
    for (const index of indexes) {
      if (!taken.has(index)) taken.set(index, free.shift() ?? taken.size);
    }
    return taken;
  };
}

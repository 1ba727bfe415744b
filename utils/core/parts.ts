/**
 * Work over many items, cut into small parts: at every `yield` whoever drives it may let others have the thread first. Core neither
 * knows the time nor waits; how long a stretch may be is the driver's affair (`Scheduler`).
 */
export type Parts<T> = Generator<undefined, T, undefined>;

/** Items of one part: well under a millisecond of any work in core. */
const itemsPerPart = 100;
/** Items that are sorted in one go. */
const itemsPerSort = 2_000;

/** The whole work in one go. */
export function atOnce<T>(parts: Parts<T>): T {
  for (;;) {
    const step = parts.next();
    if (step.done) return step.value;
  }
}

/** Like `forEach`. */
export function* forEachInParts<T>(items: Iterable<T>, work: (item: T) => void): Parts<void> {
  let count = 0;
  for (const item of items) {
    work(item);
    count += 1;
    if (count % itemsPerPart === 0) yield;
  }
}

/** Like `flatMap`. */
export function* collectInParts<T, U>(items: Iterable<T>, work: (item: T) => readonly U[]): Parts<U[]> {
  const found: U[] = [];
  yield* forEachInParts(items, (item) => {
    for (const each of work(item)) found.push(each);
  });
  return found;
}

/** Like `filter`. */
export function* filterInParts<T>(items: Iterable<T>, isWanted: (item: T) => boolean): Parts<T[]> {
  const found: T[] = [];
  yield* forEachInParts(items, (item) => void (isWanted(item) && found.push(item)));
  return found;
}

/** Like `map`. */
export function* mapInParts<T, U>(items: Iterable<T>, work: (item: T) => U): Parts<U[]> {
  const mapped: U[] = [];
  yield* forEachInParts(items, (item) => void mapped.push(work(item)));
  return mapped;
}

/** Stable, like `toSorted`: sorted pieces, merged pair by pair. */
export function* sortInParts<T>(items: readonly T[], compare: (a: T, b: T) => number): Parts<T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += itemsPerSort) {
    runs.push(items.slice(start, start + itemsPerSort).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<T>(left: readonly T[], right: readonly T[], compare: (a: T, b: T) => number): Parts<T[]> {
  const merged: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const takesLeft = r >= right.length || (l < left.length && compare(left[l] as T, right[r] as T) <= 0);
    merged.push((takesLeft ? left[l++] : right[r++]) as T);
    if (merged.length % itemsPerSort === 0) yield;
  }
  return merged;
}

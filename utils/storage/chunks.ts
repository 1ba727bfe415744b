/** Rows of one transaction: all of a large plan in one would block whoever waits for the thread, or double what lies on the disk. */
export const rowsPerTransaction = 500;

export function* inChunks<T>(rows: readonly T[], size: number = rowsPerTransaction): Iterable<readonly T[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

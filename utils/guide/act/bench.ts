import type { MethodCatalogue } from '../read/catalogue.ts';
import type { PageReading } from '../read/page-state.ts';

/** What work on the page needs: a fresh look whenever one is due, and whether it should end. */
export interface Bench {
  look(): PageReading;
  /** The admin stopped it, or the companion was updated meanwhile. */
  stopped(): boolean;
  readonly catalogue: MethodCatalogue;
}

const everyMs = 60;

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Looks again and again until something is found; null when the time is up or the work was stopped. */
export async function until<T>(
  bench: Bench,
  find: (reading: PageReading) => T | null,
  timeoutMs: number,
): Promise<T | null> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    if (bench.stopped()) return null;
    const found = find(bench.look());
    if (found !== null) return found;
    if (performance.now() > deadline) return null;
    await pause(everyMs);
  }
}

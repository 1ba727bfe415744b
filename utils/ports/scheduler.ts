import type { Parts } from '../core/parts.ts';

/** Keeps the thread free: a page's message, an alarm or a click must not wait for a company of 50,000 to be planned. */
export interface Scheduler {
  /** Drives the work to its end and gives way between two parts whenever a stretch has been long enough. */
  run<T>(parts: Parts<T>): Promise<T>;
}

/** No step is to block longer than 50 ms; what is left to that is for the part at hand, and for the collector of garbage. */
const stretchMs = 12;

/** Gives way by a timer, which every process has: whatever waits for the thread gets its turn before it fires. */
export function createScheduler(): Scheduler {
  return {
    async run(parts) {
      let sinceMs = performance.now();
      for (;;) {
        const step = parts.next();
        if (step.done) return step.value;
        if (performance.now() - sinceMs < stretchMs) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        sinceMs = performance.now();
      }
    },
  };
}

import type { Parts } from '../core/parts.ts';

/** Keeps the thread free: a page's message, an alarm or a click must not wait for a company of 50,000 to be planned. */
export interface Scheduler {
  /** Drives the work to its end and gives way between two parts whenever a stretch has been long enough. */
  run<T>(parts: Parts<T>): Promise<T>;
  /** Gives way where this stretch has been long enough; to be called between two parts of work. */
  giveWay(): Promise<void>;
}

/** No step is to block longer than 50 ms; what is left to that is for the part at hand, and for the collector of garbage. */
const stretchMs = 12;

/** A task of its own. Browsers have nothing quicker than a timer that nobody else can speak into. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

/** Gives way by a task at the end of the line: whatever waits for the thread has its turn before it. */
export function createScheduler(): Scheduler {
  let sinceMs = performance.now();
  const isDue = () => {
    const lastedMs = performance.now() - sinceMs;
    return lastedMs >= stretchMs;
  };
  // One after the other: several that read at once would else go on in one and the same turn of Node, a stretch each.
  let turn = Promise.resolve();
  const pause = () => {
    turn = turn.then(nextTask).then(() => {
      sinceMs = performance.now();
    });
    return turn;
  };
  return {
    async run(parts) {
      for (;;) {
        const step = parts.next();
        if (step.done) return step.value;
        if (isDue()) await pause();
      }
    },
    async giveWay() {
      if (isDue()) await pause();
    },
  };
}

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

/** Resolves in a task of its own, without the milliseconds that browsers add to timers which follow each other. */
function createNextTask(): () => Promise<void> {
  if (typeof setImmediate === 'function') return () => new Promise((resolve) => void setImmediate(resolve));
  const waiting: (() => void)[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}

/** Gives way by a task at the end of the line: whatever waits for the thread has its turn before it. */
export function createScheduler(): Scheduler {
  let nextTask: (() => Promise<void>) | null = null;
  let sinceMs = performance.now();
  const isDue = () => {
    const lastedMs = performance.now() - sinceMs;
    return lastedMs >= stretchMs;
  };
  const pause = async () => {
    nextTask ??= createNextTask();
    await nextTask();
    sinceMs = performance.now();
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

import type { Clock } from '../../ports/clock.ts';

/** Lets requests through: so many at a time, and so many starts in any one second. */
export interface RateGate {
  run<Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

/**
 * Nmbrs slows everybody down above 150 calls a second (nmbrs-api.md §3.3), so we stay under it by ourselves.
 * Waiting goes through the clock; an aborted wait lets the task start, whose own request then ends at once.
 */
export function createRateGate(clock: Clock, limits: { atOnce: number; perSecond: number }): RateGate {
  let running = 0;
  const waiting: (() => void)[] = [];
  const starts: number[] = [];

  async function enter(): Promise<void> {
    if (running < limits.atOnce) {
      running += 1;
      return;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    // The place is handed over, so `running` stays as it is.
    if (next) next();
    else running -= 1;
  }

  async function pace(signal: AbortSignal | undefined): Promise<void> {
    while (!signal?.aborted) {
      const now = clock.nowMs();
      while (starts[0] !== undefined && starts[0] <= now - 1000) starts.shift();
      const oldest = starts[0];
      if (oldest === undefined || starts.length < limits.perSecond) {
        starts.push(now);
        return;
      }
      await clock.sleepUntil(oldest + 1000, signal);
    }
  }

  return {
    async run(task, signal) {
      await enter();
      try {
        await pace(signal);
        return await task();
      } finally {
        leave();
      }
    },
  };
}

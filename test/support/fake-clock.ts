import type { Clock } from '../../utils/ports/clock.ts';

export interface FakeClock extends Clock {
  /** Moves time on (or back) without anybody sleeping. */
  advance(ms: number): void;
  /** Every sleep that was asked for, in ms. */
  readonly slept: readonly number[];
}

/** A clock that stands still, except that whoever sleeps moves it to the end of the sleep. */
export function createFakeClock(startMs: number = Date.UTC(2026, 10, 24, 9)): FakeClock {
  let nowMs = startMs;
  const slept: number[] = [];
  return {
    slept,
    nowMs: () => nowMs,
    async sleepUntil(untilMs, signal) {
      if (signal?.aborted) return;
      slept.push(Math.max(0, untilMs - nowMs));
      nowMs = Math.max(nowMs, untilMs);
    },
    advance(ms) {
      nowMs += ms;
    },
  };
}

import type { Clock } from '../../utils/ports/clock.ts';

/** So many times faster than the computer's clock: waits of minutes pass in a moment, in every process alike. */
const speed = 200;

/** A clock that shows what the computer's does at `startMs`, and runs ahead from there. */
export function createFastClock(startMs: number): Clock {
  const nowMs = () => startMs + (Date.now() - startMs) * speed;
  return {
    nowMs,
    sleepUntil: (untilMs, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const wake = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, Math.max(0, (untilMs - nowMs()) / speed));
        signal?.addEventListener('abort', wake, { once: true });
      }),
  };
}

import type { Clock } from '../ports/clock.ts';

/** The computer's own clock. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  sleepUntil: (untilMs, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const finish = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, Math.max(0, untilMs - Date.now()));
      signal?.addEventListener('abort', finish, { once: true });
    }),
};

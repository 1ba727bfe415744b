import { CompanionError } from '../../core/errors.ts';
import type { Clock } from '../../ports/clock.ts';

export interface RetryPolicy {
  readonly attempts: number;
  readonly firstDelayMs: number;
  /** No further attempt begins later than this after the first one began. */
  readonly withinMs: number;
}

export const readRetry: RetryPolicy = { attempts: 4, firstDelayMs: 400, withinMs: 60_000 };
/** For an admin who is waiting in front of a Test button. */
export const checkRetry: RetryPolicy = { attempts: 2, firstDelayMs: 300, withinMs: 20_000 };

/**
 * Repeats a read while its error is one that passes by itself (1006, unavailable, truncated, unreachable, timeout).
 * The delay doubles, with jitter so that parallel calls do not return in step.
 */
export async function withRetry<Result>(
  attempt: () => Promise<Result>,
  options: { clock: Clock; policy: RetryPolicy; random: () => number; signal?: AbortSignal | undefined },
): Promise<Result> {
  const { clock, policy, random, signal } = options;
  const startedAt = clock.nowMs();
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof CompanionError) || !error.retryable || tries >= policy.attempts || signal?.aborted)
        throw error;
      const delay = policy.firstDelayMs * 2 ** (tries - 1) * (0.5 + random());
      const at = clock.nowMs() + Math.max(delay, error.retryAfterMs ?? 0);
      if (at - startedAt > policy.withinMs) throw error;
      await clock.sleepUntil(at, signal);
    }
  }
}

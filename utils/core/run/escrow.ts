import type { ErrorInfo } from '../errors.ts';
import type { IsoTime, SourceId } from '../ids.ts';

/** A person whose change failed and is tried again later, across runs. */
export interface EscrowEntry {
  readonly sourceId: SourceId;
  /** Failures in a row. */
  readonly failures: number;
  readonly firstFailedAt: IsoTime;
  /** Scheduled runs leave the person alone until then; `null` = the schedule is used up, only the admin tries again. */
  readonly retryAt: IsoTime | null;
  /** The values that were to be written: other ones are tried at once. */
  readonly attempted: string;
  /** Why it failed the last time. */
  readonly error: ErrorInfo;
}

const hourMs = 3_600_000;
const firstWaitsMs = [1, 6, 12, 24].map((hours) => hours * hourMs);
const longestRetryMs = 24 * hourMs;
const lastRetryMs = 28 * 24 * hourMs;

/**
 * When a failed change is tried again: after 1, 6, 12 and 24 hours, then daily, to 28 days after the first failure.
 * Takes the number of failures so far (1 or more), the first failure and the present one in ms since 1970; gives ms or `null`.
 */
export function planRetry(failures: number, firstFailedMs: number, nowMs: number): number | null {
  const retryMs = nowMs + (firstWaitsMs[failures - 1] ?? longestRetryMs);
  return retryMs - firstFailedMs > lastRetryMs ? null : retryMs;
}

/** Whether the person is still to be left alone. A retry further off than any was planned before the clock was set back: it is due. */
export function isRetryAhead(retryMs: number, nowMs: number): boolean {
  return retryMs > nowMs && retryMs <= nowMs + longestRetryMs;
}

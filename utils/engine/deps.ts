import type { IsoDate, IsoTime, Json, RunId } from '../core/ids.ts';
import type { Policy } from '../core/policy.ts';
import type { Clock } from '../ports/clock.ts';
import type { Journal } from '../ports/journal.ts';
import type { Scheduler } from '../ports/scheduler.ts';
import type { Source } from '../ports/source.ts';
import type { StatusPublisher } from '../ports/status.ts';
import type { Target } from '../ports/target.ts';
import type { WakeUp } from '../ports/wakeup.ts';

/** What the engine is made of; everything that tells one process from another comes from outside. */
export interface EngineDeps {
  /** Asked once per `resume`, and only when a step needs it: it may throw `secret-missing`, `not-connected` … */
  readonly source: () => Promise<Source>;
  /** Given what was found out about it in an earlier negotiation, if anything. */
  readonly target: (negotiated: Json) => Promise<Target>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly wakeUp: WakeUp;
  readonly status: StatusPublisher;
  readonly policy: () => Promise<Policy>;
  /** Names this process in the lease; another process needs another name. */
  readonly owner: string;
  readonly newRunId: () => RunId;
  /** Longer waits are left to the wake-up (default 20 s: a worker dies of 30 s of idleness, models.md §d). */
  readonly maxSleepInlineMs?: number;
  /** The calendar day a run is about. Default: the day in UTC. */
  readonly today?: (nowMs: number) => IsoDate;
}

export const timings = {
  leaseMs: 60_000,
  /** How often lease and watchdog are renewed. */
  renewMs: 15_000,
  watchdogMs: 60_000,
  maxSleepInlineMs: 20_000,
  /** Progress within one phase is published no more often than this. */
  publishMs: 200,
  /** An approval is only as fresh as what it was given for. */
  approvalMs: 24 * 3_600_000,
} as const;

export const limits = {
  /** Tries of one step or one operation before it is given up. */
  attempts: 5,
  listRestarts: 3,
  /** Refusals for being too fast, in a row. */
  rateLimited: 20,
  /** Operations given up in a row before the whole run is: the target is not there. */
  unanswered: 3,
  /** Points against an attribute, and nobody's value taken, before it counts as not accepted. */
  refusals: 10,
  rowsPerClosing: 500,
  /** Times as many old rows of the log are dropped at the end of a run. */
  droppingParts: 40,
  /** Times as many rows of the log are packed at the end of a run. */
  packingParts: 1_000,
  factsPerPart: 500,
  operationsPerRead: 100,
  operationsPerBulk: 100,
} as const;

/** What one person counts towards `limits.refusals`. */
export const refusalPoints = {
  /** "This target does not know it" is proof. */
  attribute: 10,
  /** Left out of the answer, or refused without a word why. */
  dropped: 5,
  /** "This value is wrong" says little about other people's; of several people, it does. */
  value: 2,
} as const;

/** Nothing waits longer: what does was set before the clock was set back. */
const longestWaitMs = 24 * 3_600_000;

/** Whether it is still too early. `savedAt` = when that was put down: in what is now the future, the clock was set back, and it is void. */
export function isTooEarly(notBeforeMs: number, savedAt: IsoTime, nowMs: number): boolean {
  return notBeforeMs > nowMs && notBeforeMs <= nowMs + longestWaitMs && Date.parse(savedAt) <= nowMs;
}

/** Waiting time before try number `attempts + 1`: 1, 2, 4, 8, 16 s … at most 5 minutes. */
export function backOffMs(attempts: number): number {
  return Math.min(300_000, 1_000 * 2 ** Math.max(0, attempts - 1));
}

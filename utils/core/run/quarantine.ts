import { type ErrorCode, type ErrorInfo, errorCodes } from '../errors.ts';
import type { Json } from '../ids.ts';
import { countPeople, type Run } from './run.ts';

/** The connection is not to be used by schedule until a test of it succeeds. */
export interface Quarantine {
  readonly reason: ErrorInfo;
  /** Since when, in ms since 1970. */
  readonly sinceMs: number;
  /** When the schedule tests the connection again. */
  readonly testAtMs: number;
  /** `false` = a test has succeeded since, and the next run decides whether the cause is gone. */
  readonly active: boolean;
}

export const quarantineRules = {
  /** More than this share of a run's people failing (javelo-scim.md §6 row 10, as Entra has it). */
  failingPercent: 40,
  /** Among fewer people a share says nothing (models.md c.5 "min 10"). */
  minimumPeople: 10,
  testEveryMs: 24 * 3_600_000,
} as const;

const refusals: ReadonlySet<ErrorCode> = new Set([
  'source-auth',
  'source-permission',
  'source-scope',
  'source-subscription',
  'target-auth',
  'target-forbidden',
]);

/** Whether this is the other side's "no", which does not change by repeating the question. */
export function isRefusal({ code }: Pick<ErrorInfo, 'code'>): boolean {
  return refusals.has(code);
}

/** Where the connection stands after a run: in quarantine, out of it, or as before where the run says nothing about it. */
export function judgeQuarantine(
  run: Pick<Run, 'mode' | 'state' | 'counts' | 'error'>,
  before: Quarantine | null,
  nowMs: number,
): Quarantine | null {
  const refusal = run.error && isRefusal(run.error) ? run.error : null;
  if (refusal) return enter(refusal, before, nowMs);
  if (run.mode === 'dry' || (run.state !== 'succeeded' && run.state !== 'partial')) return before;
  const people = countPeople(run.counts);
  const failing = run.counts.failed + run.counts.waiting;
  const isTooMany = people >= quarantineRules.minimumPeople && failing * 100 > people * quarantineRules.failingPercent;
  if (!isTooMany) return null;
  return enter({ code: 'too-many-failed', params: { failed: failing, of: people }, retryable: false }, before, nowMs);
}

/** Where it stands after a test of both sides; `error` = null when it succeeded. */
export function judgeTest(before: Quarantine, error: ErrorInfo | null, nowMs: number): Quarantine {
  if (error === null) return { ...before, active: false };
  return enter(isRefusal(error) ? error : before.reason, before, nowMs);
}

/** The same cause goes on since it began, also where a test in between succeeded. */
function enter(reason: ErrorInfo, before: Quarantine | null, nowMs: number): Quarantine {
  const sinceMs = before?.reason.code === reason.code ? Math.min(before.sinceMs, nowMs) : nowMs;
  return { reason, sinceMs, testAtMs: nowMs + quarantineRules.testEveryMs, active: true };
}

/** Under which it is kept among the journal's facts. */
export const quarantineKey = 'engine:quarantine';

/** As it is kept among the facts of the journal. */
export function packQuarantine(quarantine: Quarantine | null): Json {
  if (!quarantine) return null;
  const { reason, sinceMs, testAtMs, active } = quarantine;
  return { code: reason.code, params: { ...reason.params }, sinceMs, testAtMs, active };
}

/** Reads what `packQuarantine` kept; anything not understood is no quarantine. */
export function unpackQuarantine(stored: Json | undefined): Quarantine | null {
  if (typeof stored !== 'object' || stored === null || !('code' in stored)) return null;
  const { code, params, sinceMs, testAtMs, active } = stored;
  const known = errorCodes.find((each) => each === code);
  const isWhole = typeof sinceMs === 'number' && typeof testAtMs === 'number' && typeof active === 'boolean';
  if (!known || !isWhole || typeof params !== 'object' || params === null) return null;
  const plain = Object.entries(params).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return { reason: { code: known, params: Object.fromEntries(plain), retryable: false }, sinceMs, testAtMs, active };
}

import type { ReasonCode } from '../plan/change.ts';
import type { LogEntry } from './log-entry.ts';

/** Reasons for which somebody has to do something before the person can be in step. */
export const actionableReasons = [
  'no-work-email',
  'invalid-work-email',
  'duplicate-work-email',
  'no-name',
  'match-ambiguous',
  'account-claimed-twice',
  'account-not-ours',
  'guardrail',
] as const satisfies readonly ReasonCode[];
export type ActionableReason = (typeof actionableReasons)[number];

const actionable: ReadonlySet<ReasonCode> = new Set(actionableReasons);

/** Whether a reason asks something of somebody. */
export function isActionable(reason: ReasonCode): reason is ActionableReason {
  return actionable.has(reason);
}

/** Whether this person needs the admin: failed for good, or left out for a reason somebody can mend. */
export function needsAttention(entry: Pick<LogEntry, 'outcome' | 'reason'>): boolean {
  return entry.outcome === 'failed' || (entry.outcome === 'skipped' && isActionable(entry.reason));
}

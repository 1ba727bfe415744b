import { type AccountAttribute, accountAttributes } from '../account.ts';
import type { ErrorInfo } from '../errors.ts';
import type { IsoTime, RunId } from '../ids.ts';
import type { Change, ReasonCode } from '../plan/change.ts';
import type { LogEntry, ModifiedProperty, Outcome } from './log-entry.ts';

/** Skips of people who are as they should be. All other skips leave somebody out. */
const unchangedReasons: ReadonlySet<ReasonCode> = new Set(['in-step', 'already-inactive']);

/** The outcome of a change that went as planned. */
export function outcomeOfChange(change: Pick<Change, 'action' | 'reason'>): Outcome {
  switch (change.action) {
    case 'create':
      return 'created';
    case 'update':
      return 'updated';
    case 'disable':
      return 'disabled';
    case 'skip':
      return unchangedReasons.has(change.reason) ? 'unchanged' : 'skipped';
  }
}

/**
 * The row of the provisioning log for one change (javelo-scim.md §6 row 15: action, status, old → new).
 * `retryAt` only for an outcome that waits.
 */
export function toLogEntry(
  runId: RunId,
  seq: number,
  at: IsoTime,
  change: Change,
  outcome: Outcome,
  error: ErrorInfo | null,
  retryAt: IsoTime | null = null,
): LogEntry {
  const { sourceId, targetId, displayName, userName, companyName, reason, params, match } = change;
  return {
    runId,
    seq,
    at,
    sourceId,
    targetId,
    displayName,
    userName,
    companyName,
    outcome,
    reason,
    params,
    match,
    modified: describeModified(change),
    retryAt: outcome === 'waiting' ? retryAt : null,
    error,
  };
}

/** Old and new value of every attribute a change writes, in the order in which they are shown. */
export function describeModified({ before, after }: Pick<Change, 'before' | 'after'>): readonly ModifiedProperty[] {
  return accountAttributes.flatMap((attribute: AccountAttribute) => {
    const to = after[attribute];
    return to === undefined ? [] : [{ attribute, from: before[attribute] ?? null, to }];
  });
}

import type { LogEntry } from '../core/log/log-entry.ts';
import type { Operation } from '../core/run/operation.ts';
import type { RunEnding } from '../core/run/run.ts';
import { toIsoTime } from '../ports/clock.ts';

/** An operation that will not be applied in this run any more. */
export function closeOperation(operation: Operation, ending: RunEnding): Operation {
  return { ...operation, status: ending.outcome === 'failed' ? 'failed' : 'skipped', error: ending.error };
}

/**
 * The log row of a person whose operation is closed unapplied. A first operation that never ran decides the row;
 * a second pass does so only where the first one went well, since the person is then in the target but not finished.
 */
export function closeEntry(entry: LogEntry, operation: Operation, ending: RunEnding, atMs: number): LogEntry {
  const settledBadly = entry.error !== null && (entry.outcome === 'failed' || entry.outcome === 'waiting');
  if (settledBadly && operation.seq !== entry.seq) return entry;
  return {
    ...entry,
    at: toIsoTime(atMs),
    outcome: ending.outcome,
    error: ending.error,
    retryAt: ending.outcome === 'waiting' ? ending.retryAt : null,
  };
}

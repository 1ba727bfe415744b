import type { LogEntry } from '../core/log/log-entry.ts';
import type { LogQuery } from '../ports/journal.ts';

/** Whether a row is asked for; the same rule for every adapter. */
export function matchesLogQuery(entry: LogEntry, query: Omit<LogQuery, 'limit' | 'cursor'>): boolean {
  if (query.runId !== undefined && entry.runId !== query.runId) return false;
  if (query.sourceId !== undefined && entry.sourceId !== query.sourceId) return false;
  if (query.outcomes !== undefined && !query.outcomes.includes(entry.outcome)) return false;
  const text = query.text?.trim().toLowerCase();
  if (!text) return true;
  return [entry.displayName, entry.userName, entry.sourceId].some((value) => value?.toLowerCase().includes(text));
}

import type { LogEntry } from '../../utils/core/log/log-entry.ts';

/** A row of a plan, or of what became of it, as far as it is shown. */
export type PlanRow = Pick<
  LogEntry,
  'seq' | 'displayName' | 'userName' | 'companyName' | 'outcome' | 'reason' | 'params' | 'match' | 'modified' | 'error'
> & { readonly sourceId: string | null; readonly retryAt: string | null };

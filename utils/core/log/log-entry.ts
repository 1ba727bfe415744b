import type { AccountAttribute } from '../account.ts';
import type { ErrorInfo } from '../errors.ts';
import type { IsoTime, RunId, SourceId, TargetId } from '../ids.ts';
import type { MatchEvidence, ReasonCode } from '../plan/change.ts';

/** How a person left a run (design.md rule 5). */
export const outcomes = ['created', 'updated', 'disabled', 'unchanged', 'skipped', 'waiting', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

export interface ModifiedProperty {
  readonly attribute: AccountAttribute;
  readonly from: string | boolean | null;
  readonly to: string | boolean | null;
}

/** One row of the provisioning log: one person in one run. Immutable once the run has ended. */
export interface LogEntry {
  readonly runId: RunId;
  readonly seq: number;
  readonly at: IsoTime;
  readonly sourceId: SourceId | null;
  readonly targetId: TargetId | null;
  readonly displayName: string;
  readonly userName: string | null;
  readonly companyName: string | null;
  readonly outcome: Outcome;
  readonly reason: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly match: MatchEvidence | null;
  readonly modified: readonly ModifiedProperty[];
  /** Until when it waits (`waiting`), else null. */
  readonly retryAt: IsoTime | null;
  readonly error: ErrorInfo | null;
}

import type { Desired } from '../account.ts';
import type { ErrorInfo } from '../errors.ts';
import type { RunId, TargetId } from '../ids.ts';
import type { Change, ChangeAction } from '../plan/change.ts';

/**
 * `pending → in-flight → done | escrow | failed`, or `skipped` when its kind is blocked or it has become needless.
 * Written ahead: `in-flight` is on disk before the request leaves (design.md rule 2); after a death it means *unknown*.
 */
export type OperationStatus = 'pending' | 'in-flight' | 'done' | 'skipped' | 'escrow' | 'failed';

/** One change that is being applied. */
export interface Operation {
  readonly runId: RunId;
  /** Position in the plan: managers before their reports, second passes after, disables last. */
  readonly seq: number;
  /** The row of the provisioning log that tells of this person; a second pass shares it with the first. */
  readonly entrySeq: number;
  /** The kind it is approved with: a second pass waits with the create that it completes. */
  readonly kind: Exclude<ChangeAction, 'skip'>;
  readonly change: Change;
  /** The whole account, for when an update turns into a create because the account has vanished; null for a disable. */
  readonly desired: Desired | null;
  readonly status: OperationStatus;
  readonly attempts: number;
  /** Not to be tried before this time, in ms since 1970; 0 = at once. */
  readonly notBeforeMs: number;
  /** Known after a create, or from the match. */
  readonly targetId: TargetId | null;
  readonly error: ErrorInfo | null;
}

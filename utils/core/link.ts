import type { AttributeChanges } from './account.ts';
import type { IsoTime, RunId, SourceId, TargetId } from './ids.ts';

/** The stored pair of a source person and a target account: proof that the account is ours to change. */
export interface Link {
  readonly sourceId: SourceId;
  readonly targetId: TargetId;
  readonly userName: string;
  /** The id the source's successor API will use, kept so that links survive its arrival. */
  readonly successorId: string | null;
  /** `created` by us, or `adopted`: it existed and was matched. */
  readonly origin: 'created' | 'adopted';
  /** The attribute values last applied or last seen equal; what drift is measured against. */
  readonly applied: AttributeChanges;
  /** The run whose complete snapshot was without the person; absent = the last one had him. */
  readonly absentIn?: RunId;
  readonly runId: RunId;
  readonly updatedAt: IsoTime;
}

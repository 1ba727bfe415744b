import type { AttributeChanges } from '../account.ts';
import type { SourceId, TargetId } from '../ids.ts';

export type ChangeAction = 'create' | 'update' | 'disable' | 'skip';

/** Why a person is created, updated, disabled or left alone; each has a sentence in every locale (`reasons.<code>`). */
export const reasonCodes = [
  // create
  'new-in-source',
  // update
  'attributes-differ',
  'reactivated', // was inactive in the target, works here again
  'adopted', // an account that existed is linked (and brought up to date)
  'manager-second-pass', // the manager could only be set after somebody else was written (cycle, late manager)
  'undone', // set back to what it was before the run that is taken back
  'unadopted', // the same, and the account is let go of
  // disable
  'left', // out of service in the source
  'gone-from-source', // linked, but not in a complete snapshot any more
  'out-of-scope', // scope policy says disable
  // skip: nothing to do
  'in-step',
  'joined', // a second employment of a person who is synchronised under the first
  'already-inactive',
  'gone-unconfirmed', // linked, and missing in a complete snapshot for the first time: another run has to miss him too
  'left-without-account',
  'starts-in-future',
  'employee-type-out-of-scope',
  'scope-rule',
  'scope-unread', // a rule of the scope looks at something that could not be read
  'changed-since', // taking back a run: the account has other values by now
  'account-gone', // taking back a run: the account is not in the target any more
  // skip: somebody has to act
  'no-work-email',
  'invalid-work-email',
  'duplicate-work-email',
  'no-name',
  'match-ambiguous', // several accounts fit one person
  'account-claimed-twice', // one account fits several people
  'account-not-ours', // would be disabled, but was neither created nor adopted by us
  'guardrail', // blocked with its whole kind
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** How an account was found for a person, in order of precedence (javelo-scim.md §2.6). */
export type MatchEvidence =
  | { readonly by: 'link' }
  | { readonly by: 'externalId' | 'employeeNumber' | 'userName'; readonly value: string };

/** What is to happen to one person. The unit of plan, preview and log. */
export interface Change {
  readonly sourceId: SourceId | null;
  readonly targetId: TargetId | null;
  readonly version: string | null;
  readonly displayName: string;
  readonly userName: string | null;
  readonly companyName: string | null;
  readonly action: ChangeAction;
  readonly reason: ReasonCode;
  /** Values a sentence about the reason may quote. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly match: MatchEvidence | null;
  /** Values in the target before, for the attributes in `after`; empty for a create. */
  readonly before: AttributeChanges;
  /** Values to be written: everything for a create, only differences for an update. */
  readonly after: AttributeChanges;
  readonly successorId: string | null;
}

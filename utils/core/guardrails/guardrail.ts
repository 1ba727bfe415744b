import type { SourceId } from '../ids.ts';
import type { Link } from '../link.ts';
import type { AccountIndex } from '../match/account-index.ts';
import type { Change, ChangeAction } from '../plan/change.ts';
import type { Policy } from '../policy.ts';
import type { SourceSnapshot } from '../snapshot.ts';

/** One rule that spoke up. `blocks` names the kind of action that stays undone until an admin approves; null = the whole run is refused. */
export interface GuardrailFinding {
  readonly rule:
    | 'source-empty'
    | 'source-shrunken'
    | 'source-incomplete'
    | 'company-missing'
    | 'target-suddenly-empty'
    | 'mass-create'
    | 'mass-update'
    | 'mass-rename'
    | 'mass-manager-change'
    | 'mass-disable';
  readonly verdict: 'refused' | 'needs-approval' | 'notice';
  readonly blocks: Exclude<ChangeAction, 'skip'> | null;
  readonly count: number;
  readonly of: number;
  /** The limit that was passed, in number or in percent. */
  readonly limit: { readonly number: number } | { readonly percent: number };
  /** Up to five names, so that the admin recognises what it is about. */
  readonly examples: readonly string[];
}

export type Verdict = 'safe' | 'needs-approval' | 'refused';

/** What the last good run counted: people who work here, and accounts in the target. */
export interface PreviousRun {
  readonly people: number;
  readonly accounts: number;
}

/** A company of the source. */
export interface KnownCompany {
  readonly id: string;
  readonly name: string;
}

export interface PlanToJudge {
  readonly changes: readonly Change[];
  readonly snapshot: SourceSnapshot;
  readonly links: ReadonlyMap<SourceId, Link>;
  readonly index: AccountIndex;
  readonly counted: PreviousRun;
  readonly policy: Policy;
  readonly previous: PreviousRun | null;
  readonly companiesBefore: readonly KnownCompany[];
}

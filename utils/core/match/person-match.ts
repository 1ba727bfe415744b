import type { Account } from '../account.ts';
import type { SourceId, TargetId } from '../ids.ts';
import type { Link } from '../link.ts';
import type { Selection } from '../people/select.ts';
import type { Person } from '../person.ts';
import type { MatchEvidence } from '../plan/change.ts';
import type { AccountIndex } from './account-index.ts';

/** Whose account was found for a person, and by what. */
export type PersonMatch =
  | { readonly kind: 'matched'; readonly account: Account; readonly evidence: MatchEvidence }
  | {
      readonly kind: 'conflict';
      readonly reason: 'match-ambiguous' | 'account-claimed-twice';
      readonly params: Readonly<Record<string, string | number>>;
      /** The accounts in dispute: nobody writes to them in this run. */
      readonly accounts: readonly Account[];
    }
  /** The account is the same human's, who is synchronised under another source id. */
  | { readonly kind: 'superseded'; readonly by: SourceId };

export interface Matching {
  /** Per source id; whoever is not in here has no account. */
  readonly matches: ReadonlyMap<SourceId, PersonMatch>;
  /** Accounts that are somebody's or in dispute. */
  readonly claimed: ReadonlySet<TargetId>;
  readonly index: AccountIndex;
}

export interface MatchInput {
  readonly people: readonly Person[];
  readonly selection: Selection;
  readonly accounts: readonly Account[];
  readonly links: ReadonlyMap<SourceId, Link>;
  /** Whether `people` is everyone: only then a linked id that is not among them is really gone. */
  readonly complete: boolean;
}

/** What every way of finding an account looks things up in. */
export interface MatchContext extends MatchInput {
  readonly index: AccountIndex;
  readonly byId: ReadonlyMap<SourceId, Person>;
  readonly linkedIds: ReadonlyMap<TargetId, readonly SourceId[]>;
}

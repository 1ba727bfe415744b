import type { DriftDecision } from '../drift.ts';
import type { RunId, SourceId } from '../ids.ts';
import type { Link } from '../link.ts';
import type { Matching } from '../match/person-match.ts';
import { foldName } from '../normalise/name.ts';
import type { ManagerResolution } from '../people/managers.ts';
import type { Selection } from '../people/select.ts';
import type { Person, PersonAttribute } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Change } from './change.ts';

/** A change before the order is known. */
export interface Draft {
  readonly change: Change;
  /** What drafts are sorted by before anything else: the folded family name. */
  readonly sortKey: string;
}

export interface DraftContext {
  readonly selection: Selection;
  readonly matching: Matching;
  readonly managers: ManagerResolution;
  readonly links: ReadonlyMap<SourceId, Link>;
  readonly policy: Policy;
  readonly unread: ReadonlySet<PersonAttribute>;
  readonly complete: boolean;
  /** The run that is being planned; null = it is about one person by name, and who asks for him knows that he is gone. */
  readonly runId: RunId | null;
  readonly byId: ReadonlyMap<SourceId, Person>;
  readonly decisions: ReadonlyMap<SourceId, readonly DriftDecision[]>;
}

/** What every change of a person says about him. */
export function describe(person: Person, userName: string | null): Omit<Change, 'action' | 'reason'> {
  return {
    sourceId: person.sourceId,
    targetId: null,
    version: null,
    displayName: person.displayName,
    userName,
    companyName: person.companyName,
    params: {},
    match: null,
    before: {},
    after: {},
    successorId: person.successorId,
  };
}

/** A change with what it is sorted by: family name, else display name. */
export function draft(person: Pick<Person, 'familyName' | 'displayName'>, change: Change): Draft {
  return { change, sortKey: foldName(person.familyName ?? person.displayName) };
}

import type { IsoTime, RunId, SourceId } from '../ids.ts';
import { foldName } from '../normalise/name.ts';
import type { Person, PersonAttribute } from '../person.ts';

/** What a run found out about a person, kept after it so that a page can show and explain people without reading the source again. */
export interface KnownPerson {
  readonly sourceId: SourceId;
  /** Without what only serves to recognise others: `otherFullNames` is empty and `manager` is null. */
  readonly person: Person;
  /** The manager among the people, where one was found. */
  readonly managerId: SourceId | null;
  /** The manager's login as the mapping got it; absent = nobody knew (see `decideManager`). */
  readonly managerUserName?: string | null;
  /** Attributes that the run could not read. */
  readonly unread: readonly PersonAttribute[];
  /** The run that read the person, and the row of its log that tells what became of it. */
  readonly runId: RunId;
  readonly seq: number;
  readonly at: IsoTime;
  /** In the order of family names. */
  readonly sortKey: string;
}

/** What planning knows of a person beside the change. */
export interface ExaminedPerson {
  readonly person: Person;
  readonly managerId: SourceId | null;
  readonly managerUserName: string | null | undefined;
}

/** What is kept of a person for pages and for *explain*, with the place of its log row; names of others are left out. */
export function toKnownPerson(
  { person, managerId, managerUserName }: ExaminedPerson,
  unread: ReadonlySet<PersonAttribute>,
  row: Pick<KnownPerson, 'runId' | 'seq' | 'at'>,
): KnownPerson {
  return {
    sourceId: person.sourceId,
    person: { ...person, otherFullNames: [], manager: null },
    managerId,
    ...(managerUserName === undefined ? {} : { managerUserName }),
    unread: [...unread],
    ...row,
    sortKey: foldName(person.familyName ?? person.displayName),
  };
}

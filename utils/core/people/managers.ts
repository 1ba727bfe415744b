import type { SourceId } from '../ids.ts';
import { toEmail } from '../normalise/email.ts';
import { foldName, fullName } from '../normalise/name.ts';
import { cleanText } from '../normalise/text.ts';
import { atOnce, forEachInParts, type Parts } from '../parts.ts';
import type { ManagerReference, Person } from '../person.ts';
import type { Selection, SkipReason } from './select.ts';

/** Why somebody has no manager in the target. */
export type ManagerNote =
  | 'no-manager-in-source'
  | 'manager-not-an-employee'
  | 'manager-ambiguous'
  | 'manager-not-active'
  | 'manager-self'
  /** A run of one person: the manager's own account is not there yet. */
  | 'manager-not-written-yet';

export interface ManagerResolution {
  /** Per account person the source id of who manages him, who may be out of scope himself; `null` = none. */
  readonly managerOf: ReadonlyMap<SourceId, SourceId | null>;
  /** Per account person without a manager, why. */
  readonly notes: ReadonlyMap<SourceId, ManagerNote>;
}

const scopeReasons: ReadonlySet<SkipReason> = new Set(['scope-rule', 'scope-unread']);

type Found = { readonly person: Person } | { readonly note: ManagerNote };

/**
 * Finds everybody's manager among the people (rule R13; nmbrs-api.md §2.13, §5: a manager is a record of its own, without an
 * employee id). By work e-mail; where that is missing or fits nobody by number together with full name; else by full name among
 * active people. Linear in the number of people.
 */
export function resolveManagers(people: readonly Person[], selection: Selection): ManagerResolution {
  return atOnce(resolveManagersInParts(people, selection));
}

/** `resolveManagers`, in parts. */
export function* resolveManagersInParts(people: readonly Person[], selection: Selection): Parts<ManagerResolution> {
  const index = yield* indexPeople(people, selection);
  const managerOf = new Map<SourceId, SourceId | null>();
  const notes = new Map<SourceId, ManagerNote>();
  yield* forEachInParts(people, (person) => {
    if (selection.get(person.sourceId)?.kind !== 'account') return;
    const manager = judge(person, findManager(person.manager, index), selection);
    managerOf.set(person.sourceId, typeof manager === 'string' ? null : manager.sourceId);
    if (typeof manager === 'string') notes.set(person.sourceId, manager);
  });
  return { managerOf, notes };
}

interface PeopleIndex {
  readonly byEmail: ReadonlyMap<string, readonly Person[]>;
  readonly byNumber: ReadonlyMap<string, readonly Person[]>;
  readonly activeByName: ReadonlyMap<string, readonly Person[]>;
  /** The person himself, or the employment under which he is synchronised. */
  primaryOf(person: Person): Person;
}

function* indexPeople(people: readonly Person[], selection: Selection): Parts<PeopleIndex> {
  const byId = new Map<SourceId, Person>();
  const byEmail = new Map<string, Person[]>();
  const byNumber = new Map<string, Person[]>();
  const activeByName = new Map<string, Person[]>();
  yield* forEachInParts(people, (person) => {
    byId.set(person.sourceId, person);
    const email = toEmail(person.workEmail);
    if (email !== null) push(byEmail, email, person);
    if (person.employeeNumber !== null) push(byNumber, person.employeeNumber, person);
    if (person.status === 'active') for (const name of namesOf(person)) push(activeByName, name, person);
  });
  return {
    byEmail,
    byNumber,
    activeByName,
    primaryOf(person) {
      const disposition = selection.get(person.sourceId);
      return disposition?.kind === 'joined' ? (byId.get(disposition.primary) ?? person) : person;
    },
  };
}

function findManager(reference: ManagerReference | null, index: PeopleIndex): Found {
  const email = toEmail(reference?.email);
  const number = cleanText(reference?.number);
  const name = cleanText(reference?.fullName);
  if (email === null && name === null) return { note: 'no-manager-in-source' };

  const byEmail = email === null ? [] : distinct(index.byEmail.get(email), index);
  if (byEmail.length > 0) return onlyOne(preferActive(byEmail));
  if (name === null) return { note: 'manager-not-an-employee' };

  const folded = foldName(name);
  const sameNumber = number === null ? undefined : index.byNumber.get(number);
  const byNumber = distinct(
    sameNumber?.filter((person) => namesOf(person).has(folded)),
    index,
  );
  if (byNumber.length === 1) return onlyOne(byNumber);
  const byName = distinct(index.activeByName.get(folded), index);
  return byName.length === 0 ? { note: 'manager-not-an-employee' } : onlyOne(byName);
}

function judge(person: Person, found: Found, selection: Selection): Person | ManagerNote {
  if ('note' in found) return found.note;
  if (found.person.sourceId === person.sourceId) return 'manager-self';
  const disposition = selection.get(found.person.sourceId);
  if (disposition?.kind === 'account') return found.person;
  // Out of scope is not out of service: his account in the target may well be somebody's to point at.
  const isOutOfScope = disposition?.kind === 'skip' && scopeReasons.has(disposition.reason);
  return isOutOfScope && found.person.status === 'active' ? found.person : 'manager-not-active';
}

/** A leaver who had the mailbox before does not make its present owner doubtful. */
function preferActive(people: readonly Person[]): readonly Person[] {
  const active = people.filter((person) => person.status === 'active');
  return active.length > 0 ? active : people;
}

function onlyOne(people: readonly Person[]): Found {
  const [person] = people;
  return person !== undefined && people.length === 1 ? { person } : { note: 'manager-ambiguous' };
}

function distinct(people: readonly Person[] | undefined, index: PeopleIndex): readonly Person[] {
  return people === undefined ? [] : [...new Set(people.map((person) => index.primaryOf(person)))];
}

function namesOf(person: Person): ReadonlySet<string> {
  const shown = fullName(person.givenName, person.familyName);
  return new Set([...(shown === null ? [] : [shown]), ...person.otherFullNames].map(foldName));
}

function push(index: Map<string, Person[]>, key: string, person: Person): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [person]);
  else known.push(person);
}

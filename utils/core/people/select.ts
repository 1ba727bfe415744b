import type { SourceId } from '../ids.ts';
import { normaliseEmail } from '../normalise/email.ts';
import { foldName } from '../normalise/name.ts';
import { atOnce, forEachInParts, type Parts } from '../parts.ts';
import type { Person, PersonAttribute } from '../person.ts';
import type { ReasonCode } from '../plan/change.ts';
import { everyoneInScope, judgeScope, type Scope } from '../scope/scope.ts';

export type SkipReason = Extract<
  ReasonCode,
  | 'starts-in-future'
  | 'employee-type-out-of-scope'
  | 'scope-rule'
  | 'scope-unread'
  | 'no-work-email'
  | 'invalid-work-email'
  | 'duplicate-work-email'
  | 'no-name'
>;

/** What a person is to the target: an account, a second employment of one, a leaver, or nobody (and why). */
export type Disposition =
  | { readonly kind: 'account'; readonly userName: string }
  | { readonly kind: 'joined'; readonly primary: SourceId }
  | { readonly kind: 'left' }
  | {
      readonly kind: 'skip';
      readonly reason: SkipReason;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** One disposition per source id. */
export type Selection = ReadonlyMap<SourceId, Disposition>;

/**
 * Decides for everyone read from the source who becomes an account (rules R1–R3, and R5 for people without a name).
 * A leaver, a future starter or somebody out of scope never counts against an active person with the same work e-mail.
 */
export function selectPeople(
  people: readonly Person[],
  scope: Scope = everyoneInScope,
  unread: ReadonlySet<PersonAttribute> = new Set(),
): Selection {
  return atOnce(selectPeopleInParts(people, scope, unread));
}

/** `selectPeople`, in parts. */
export function* selectPeopleInParts(
  people: readonly Person[],
  scope: Scope,
  unread: ReadonlySet<PersonAttribute>,
): Parts<Selection> {
  const selection = new Map<SourceId, Disposition>();
  const byEmail = new Map<string, Person[]>();
  yield* forEachInParts(people, (person) => {
    const alone = judgeAlone(person, scope, unread);
    if (alone !== null) {
      selection.set(person.sourceId, alone);
      return;
    }
    const reading = normaliseEmail(person.workEmail);
    if ('problem' in reading) {
      selection.set(person.sourceId, {
        kind: 'skip',
        reason: reading.problem === 'missing' ? 'no-work-email' : 'invalid-work-email',
        params: reading.problem === 'missing' ? {} : { email: person.workEmail ?? '' },
      });
      return;
    }
    const sharing = byEmail.get(reading.email);
    if (sharing === undefined) byEmail.set(reading.email, [person]);
    else sharing.push(person);
  });
  yield* forEachInParts(byEmail, ([email, sharing]) => judgeTogether(email, sharing, selection));
  return selection;
}

/** Whether two records are the same human being at two employers: same day of birth, same family name, both known (rule R3). */
export function isSameHuman(a: Person, b: Person): boolean {
  return (
    a.birthDate !== null &&
    a.birthDate === b.birthDate &&
    a.familyName !== null &&
    b.familyName !== null &&
    foldName(a.familyName) === foldName(b.familyName)
  );
}

/** Orders source ids: numbers by value, anything else as text. */
export function compareSourceIds(a: SourceId, b: SourceId): number {
  if (/^\d+$/.test(a) && /^\d+$/.test(b) && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

function judgeAlone(person: Person, scope: Scope, unread: ReadonlySet<PersonAttribute>): Disposition | null {
  const out = person.status === 'other' ? null : judgeScope(person, scope, unread);
  if (out !== null) return { kind: 'skip', ...out };
  switch (person.status) {
    case 'left':
      return { kind: 'left' };
    case 'future':
      return {
        kind: 'skip',
        reason: 'starts-in-future',
        params: person.startsOn === null ? {} : { startsOn: person.startsOn },
      };
    case 'other':
      return { kind: 'skip', reason: 'employee-type-out-of-scope', params: {} };
    case 'active':
      return null;
  }
}

function judgeTogether(email: string, sharing: readonly Person[], selection: Map<SourceId, Disposition>): void {
  const [first] = sharing;
  if (first === undefined) return;
  if (sharing.length === 1) {
    selection.set(first.sourceId, asAccount(first, email));
    return;
  }
  const companies = new Set(sharing.map((person) => person.companyId));
  if (companies.size === sharing.length && sharing.every((person) => person === first || isSameHuman(first, person))) {
    const primary = sharing.reduce((best, person) => (comparePrimaries(person, best) < 0 ? person : best));
    for (const person of sharing) {
      selection.set(
        person.sourceId,
        person === primary ? asAccount(person, email) : { kind: 'joined', primary: primary.sourceId },
      );
    }
    return;
  }
  for (const person of sharing) {
    selection.set(person.sourceId, {
      kind: 'skip',
      reason: 'duplicate-work-email',
      params: { email, count: sharing.length },
    });
  }
}

function asAccount(person: Person, userName: string): Disposition {
  return person.givenName === null || person.familyName === null
    ? { kind: 'skip', reason: 'no-name', params: {} }
    : { kind: 'account', userName };
}

/** Hired first, then the lowest id; a day that is not known comes last. */
function comparePrimaries(a: Person, b: Person): number {
  if (a.firstHiredOn !== b.firstHiredOn) {
    if (a.firstHiredOn === null) return 1;
    if (b.firstHiredOn === null) return -1;
    return a.firstHiredOn < b.firstHiredOn ? -1 : 1;
  }
  return compareSourceIds(a.sourceId, b.sourceId);
}

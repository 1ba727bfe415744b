import type { KnownPerson } from '../core/people/known-person.ts';
import type { PeopleQuery } from '../ports/journal.ts';

/** Whether a person is asked for; the same rule for every adapter. */
export function matchesPeopleQuery({ person }: KnownPerson, query: Pick<PeopleQuery, 'text'>): boolean {
  const text = query.text?.trim().toLowerCase();
  if (!text) return true;
  const { displayName, givenName, familyName, workEmail, sourceId, employeeNumber } = person;
  const names = [displayName, `${givenName ?? ''} ${familyName ?? ''}`];
  return [...names, workEmail, sourceId, employeeNumber].some((value) => value?.toLowerCase().includes(text));
}

import { describe, expect, test } from 'vitest';
import { selectPeople } from '../../../utils/core/people/select.ts';
import type { Person } from '../../../utils/core/person.ts';
import { day, person, source } from './samples.ts';

function dispositions(...people: Person[]) {
  const selection = selectPeople(people);
  return people.map(({ sourceId }) => selection.get(sourceId));
}

test('an active person with name and e-mail is an account', () => {
  expect(dispositions(person('1', { workEmail: ' P1@Acme.Example ' }))).toEqual([
    { kind: 'account', userName: 'p1@acme.example' },
  ]);
});

test.each<[Partial<Person>, object]>([
  [{ status: 'left' }, { kind: 'left' }],
  [
    { status: 'future', startsOn: day('2026-09-01') },
    { kind: 'skip', reason: 'starts-in-future', params: { startsOn: '2026-09-01' } },
  ],
  [{ status: 'other' }, { kind: 'skip', reason: 'employee-type-out-of-scope', params: {} }],
  [{ workEmail: null }, { kind: 'skip', reason: 'no-work-email', params: {} }],
  [
    { workEmail: 'jan @acme.example' },
    { kind: 'skip', reason: 'invalid-work-email', params: { email: 'jan @acme.example' } },
  ],
  [{ givenName: null }, { kind: 'skip', reason: 'no-name', params: {} }],
  [{ familyName: null }, { kind: 'skip', reason: 'no-name', params: {} }],
])('%j is %j', (over, expected) => {
  expect(dispositions(person('1', over))).toEqual([expected]);
});

describe('one work e-mail, several people (R3)', () => {
  const email = { workEmail: 'jan@acme.example' };
  const same = { ...email, familyName: 'de Vries', birthDate: day('1980-04-01') };
  const conflict = { kind: 'skip', reason: 'duplicate-work-email', params: { email: 'jan@acme.example', count: 2 } };

  test('the same human in two companies is joined under the earliest hired', () => {
    const people = [
      person('7', { ...same, companyId: 'c1', firstHiredOn: day('2020-01-01') }),
      person('8', { ...same, companyId: 'c2', firstHiredOn: day('2019-01-01'), workEmail: 'Jan@acme.example' }),
    ];
    expect(dispositions(...people)).toEqual([
      { kind: 'joined', primary: source('8') },
      { kind: 'account', userName: 'jan@acme.example' },
    ]);
  });
  test('hired on the same day: under the lowest id, as a number', () => {
    const people = [person('10', { ...same, companyId: 'c1' }), person('9', { ...same, companyId: 'c2' })];
    expect(dispositions(...people).map((each) => each?.kind)).toEqual(['joined', 'account']);
  });
  test.each<[string, Partial<Person>]>([
    ['one company', {}],
    ['another day of birth', { companyId: 'c2', birthDate: day('1981-04-01') }],
    ['another family name', { companyId: 'c2', familyName: 'Bakker' }],
    ['no day of birth', { companyId: 'c2', birthDate: null }],
  ])('%s is a conflict for both', (_, over) => {
    expect(dispositions(person('7', same), person('8', { ...same, ...over }))).toEqual([conflict, conflict]);
  });
  test.each(['left', 'future'] as const)('somebody who %s does not count', (status) => {
    expect(dispositions(person('7', same), person('8', { ...same, status }))[0]?.kind).toBe('account');
  });
});

import { expect, test } from 'vitest';
import { resolveManagers } from '../../../utils/core/people/managers.ts';
import { selectPeople } from '../../../utils/core/people/select.ts';
import type { Person } from '../../../utils/core/person.ts';
import { day, manager, person, source } from './samples.ts';

/** Who manages person 1, or why nobody does. */
function managerOf(reference: Person['manager'], ...others: Person[]) {
  const people = [person('1', { manager: reference, givenName: 'Me', familyName: 'Myself' }), ...others];
  const { managerOf, notes } = resolveManagers(people, selectPeople(people));
  return managerOf.get(source('1')) ?? notes.get(source('1'));
}
const jan = { givenName: 'Jan', familyName: 'de Vries' };

test.each<[string, Person['manager'], Person[], string]>([
  ['no record', null, [], 'no-manager-in-source'],
  ['an empty record', manager(null), [person('2')], 'no-manager-in-source'],
  ['e-mail, in any case', manager(null, { email: 'P2@ACME.example' }), [person('2')], '2'],
  ['e-mail before name', manager('Jan de Vries', { email: 'p3@acme.example' }), [person('2', jan), person('3')], '3'],
  [
    'an e-mail that fits nobody, then the name',
    manager('JAN  de vries', { email: 'x@y.example' }),
    [person('2', jan)],
    '2',
  ],
  ['number and name', manager('Jan de Vries', { number: 'N3' }), [person('2', jan), person('3', jan)], '3'],
  [
    'a number alone says nothing',
    manager(null, { number: 'N2', email: 'x@y.example' }),
    [person('2')],
    'manager-not-an-employee',
  ],
  ['a number with another name', manager('Piet Bos', { number: 'N2' }), [person('2', jan)], 'manager-not-an-employee'],
  ['one name, two people', manager('Jan de Vries'), [person('2', jan), person('3', jan)], 'manager-ambiguous'],
  [
    'one name, one of them left',
    manager('Jan de Vries'),
    [person('2', jan), person('3', { ...jan, status: 'left' })],
    '2',
  ],
  [
    'another full name',
    manager('Johannes de Vries'),
    [person('2', { ...jan, otherFullNames: ['Johannes de Vries'] })],
    '2',
  ],
  ['a leaver', manager(null, { email: 'p2@acme.example' }), [person('2', { status: 'left' })], 'manager-not-active'],
  [
    'a future starter',
    manager(null, { email: 'p2@acme.example' }),
    [person('2', { status: 'future' })],
    'manager-not-active',
  ],
  [
    'a leaver by number and name',
    manager('Jan de Vries', { number: 'N2' }),
    [person('2', { ...jan, status: 'left' })],
    'manager-not-active',
  ],
  [
    'somebody without e-mail',
    manager('Jan de Vries'),
    [person('2', { ...jan, workEmail: null })],
    'manager-not-active',
  ],
  ['nobody', manager('Jan de Vries', { email: 'x@y.example', number: '9' }), [person('2')], 'manager-not-an-employee'],
  ['himself', manager('Me Myself'), [], 'manager-self'],
  [
    'an e-mail two people have',
    manager(null, { email: 'both@acme.example' }),
    [person('2', { workEmail: 'both@acme.example' }), person('3', { workEmail: 'both@acme.example' })],
    'manager-ambiguous',
  ],
  [
    'a mailbox that a leaver had before',
    manager(null, { email: 'p2@acme.example' }),
    [person('2'), person('3', { workEmail: 'p2@acme.example', status: 'left' })],
    '2',
  ],
  [
    'a second employment: the first one',
    manager('Jan de Vries', { number: 'N3' }),
    [
      person('2', { ...jan, firstHiredOn: day('2010-01-01') }),
      person('3', { ...jan, companyId: 'c2', workEmail: 'p2@acme.example' }),
    ],
    '2',
  ],
])('%s', (_, reference, others, expected) => {
  expect(managerOf(reference, ...others)).toBe(expected);
});

test('only accounts have a manager or a reason why not', () => {
  const people = [person('1', { status: 'left', manager: manager(null, { email: 'p2@acme.example' }) }), person('2')];
  const resolution = resolveManagers(people, selectPeople(people));
  expect([...resolution.managerOf.keys()]).toEqual(['2']);
});

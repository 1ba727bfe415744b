import { expect, test } from 'vitest';
import { diffAccount } from '../../../utils/core/plan/diff.ts';
import { account } from './samples.ts';

const desired = { externalId: '1', userName: 'p1@acme.example', active: true };

test.each([
  ['equal', {}, {}],
  ['a login in other letters', {}, { userName: 'P1@Acme.Example' }],
  ['a manager in other letters', { managerUserName: 'boss@acme.example' }, { managerUserName: 'Boss@acme.example' }],
  ['an empty text for no value', { title: null }, { title: '' }],
  ['a phone number written otherwise', { phoneNumber: '+33612345678' }, { phoneNumber: '0033 6 12 34 56 78' }],
  ['blanks and accents coded otherwise', { title: 'Chef de caf\u00e9' }, { title: ' Chef  de cafe\u0301' }],
  ['what is not spoken of', {}, { title: 'Chef', phoneNumber: null }],
])('no difference: %s', (_, wanted, existing) => {
  expect(diffAccount({ ...desired, ...wanted }, account('1', existing))).toBeNull();
});

test.each([
  ['a title in other letters', { title: 'cook' }, { title: 'Cook' }],
  ['a value where none was', { title: 'Cook' }, { title: null }],
  ['a value that goes', { managerUserName: null }, { managerUserName: 'boss@acme.example' }],
  ['another phone number', { phoneNumber: '+31612345678' }, { phoneNumber: '+31612345679' }],
  ['activity', { active: true }, { active: false }],
])('a difference: %s', (_, wanted, existing) => {
  expect(diffAccount({ ...desired, ...wanted }, account('1', existing))).toEqual({ before: existing, after: wanted });
});

test('differences come in the order in which they are shown', () => {
  const difference = diffAccount(
    { department: 'Bar', title: 'Chef', ...desired, userName: 'new@acme.example' },
    account('1'),
  );
  expect(Object.keys(difference?.after ?? {})).toEqual(['userName', 'title', 'department']);
});

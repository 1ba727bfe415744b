import { expect, test } from 'vitest';
import { mapPerson } from '../../../utils/core/mapping.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { person } from './samples.ts';

const nothing = new Set<never>();

test('a whole person becomes a whole account', () => {
  expect(
    mapPerson(person('1', { workEmail: ' P1@Acme.example' }), 'boss@acme.example', nothing, defaultPolicy),
  ).toEqual({
    externalId: '1',
    userName: 'p1@acme.example',
    givenName: 'Given1',
    familyName: 'Family1',
    active: true,
    managerUserName: 'boss@acme.example',
    gender: 'female',
    birthDate: '1980-04-01',
    title: 'Cook',
    phoneNumber: '+31612345678',
    employeeNumber: 'N1',
    contractType: 'permanent',
    firstHiredOn: '2018-02-01',
    department: 'Kitchen',
  });
});

const bare = person('1', {
  gender: null,
  birthDate: null,
  job: null,
  phoneNumber: null,
  employeeNumber: null,
  contractType: null,
  firstHiredOn: null,
  department: null,
});

test('what has no value is not spoken of, but a manager who is none is cleared (R17)', () => {
  expect(mapPerson(bare, null, nothing, defaultPolicy)).toEqual({
    externalId: '1',
    userName: 'p1@acme.example',
    givenName: 'Given1',
    familyName: 'Family1',
    active: true,
    managerUserName: null,
  });
});

test('a manager who is not to be spoken of is not', () => {
  expect(mapPerson(person('1'), undefined, nothing, defaultPolicy)).not.toHaveProperty('managerUserName');
});

test('the policy clears what it names, if it could be read', () => {
  const policy = { ...defaultPolicy, clearedWhenEmpty: ['title', 'phoneNumber'] } as const;
  const desired = mapPerson(bare, null, new Set(['phoneNumber' as const]), policy);
  expect(desired).toHaveProperty('title', null);
  expect(desired).not.toHaveProperty('phoneNumber');
  expect(desired).not.toHaveProperty('managerUserName');
});

test('what could not be read or is excluded is not spoken of, whatever its value', () => {
  const policy = { ...defaultPolicy, excludedAttributes: ['birthDate', 'userName', 'externalId', 'active'] } as const;
  const desired = mapPerson(person('1'), 'boss@acme.example', new Set(['job', 'manager'] as const), policy);
  expect(desired).not.toHaveProperty('birthDate');
  expect(desired).not.toHaveProperty('title');
  expect(desired).not.toHaveProperty('managerUserName');
  expect(desired).toMatchObject({ userName: 'p1@acme.example', externalId: '1', active: true });
});

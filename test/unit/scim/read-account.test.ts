import { describe, expect, test } from 'vitest';
import { javeloProfile } from '../../../utils/connectors/scim/profiles/javelo.ts';
import { readAccount } from '../../../utils/connectors/scim/read-account.ts';
import { userSchema } from '../../../utils/connectors/scim/schemas.ts';

const read = (json: unknown) => readAccount(userSchema.parse(json), javeloProfile);

/** As a Javelo tenant would show it (javelo-scim.md §2.2–2.4). */
const whole = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: '42',
  externalId: '12345',
  userName: 'John@X.com',
  name: { familyName: 'Doe', givenName: 'John', formatted: 'John Doe' },
  active: true,
  title: 'Engineer',
  phoneNumbers: [
    { type: 'mobile', value: '+31600000000' },
    { type: 'work', value: '+31612345678' },
  ],
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: '00123', department: 'MIS' },
  'urn:ietf:params:scim:schemas:extension:javelo:2.0:User': {
    managerUserName: 'ASmith@x.com',
    gender: 'male',
    birthDate: '1990-02-28',
    contractType: 'permanent',
    seniorityDate: '12-11-2000',
  },
  meta: { resourceType: 'User', version: 'W/"3"' },
};

const account = {
  targetId: '42',
  version: 'W/"3"',
  externalId: '12345',
  userName: 'john@x.com',
  givenName: 'John',
  familyName: 'Doe',
  active: true,
  managerUserName: 'asmith@x.com',
  gender: 'male',
  birthDate: '1990-02-28',
  title: 'Engineer',
  phoneNumber: '+31612345678',
  employeeNumber: '00123',
  contractType: 'permanent',
  firstHiredOn: '2000-11-12',
  department: 'MIS',
};

describe('a SCIM user as an account', () => {
  test('everything, by the profile', () => {
    expect(read(whole)).toEqual(account);
  });

  test('names in any case (RFC 7643 §2.1)', () => {
    const shout = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shout);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, item]) => [name.toUpperCase(), shout(item)]));
    };
    expect(read(shout(whole))).toEqual(account);
  });

  test('almost nothing', () => {
    expect(read({ id: 7 })).toEqual({
      targetId: '7',
      version: null,
      externalId: null,
      userName: '',
      givenName: null,
      familyName: null,
      active: true,
      managerUserName: null,
      gender: null,
      birthDate: null,
      title: null,
      phoneNumber: null,
      employeeNumber: null,
      contractType: null,
      firstHiredOn: null,
      department: null,
    });
  });

  test.each([
    [true, true],
    [false, false],
    ['True', true],
    ['False', false],
    ['false', false],
    [null, true],
  ])('active %j is %j', (active, expected) => {
    expect(read({ ...whole, active }).active).toBe(expected);
  });

  test.each([
    [[{ value: 'a@x.com' }, { type: 'WORK', value: 'w@x.com' }], 'w@x.com'],
    [[{ value: 'a@x.com' }, { value: 'p@x.com', primary: true }], 'p@x.com'],
    [[{ value: 'a@x.com' }], 'a@x.com'],
    ['nonsense', ''],
  ])('without a userName, e-mails %j give %j', (emails, expected) => {
    expect(read({ id: '1', userName: null, emails }).userName).toBe(expected);
  });

  test.each([
    ['2000-11-12', '2000-11-12'],
    ['2000-11-12T00:00:00Z', '2000-11-12'],
    ['12/11/2000', '2000-11-12'],
    ['2000-02-30', null],
    ['0000-00-00', null],
    ['soon', null],
    [20001112, null],
    ['', null],
  ])('a date %j is %j', (value, expected) => {
    const extension = { 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User': { birthDate: value } };
    expect(read({ id: '1', ...extension }).birthDate).toBe(expected);
  });

  test('values of a wrong kind count as missing, numbers as their text', () => {
    const odd = { id: '1', userName: 'a@x.com', title: { a: 1 }, externalId: 77, name: 'John', phoneNumbers: {} };
    expect(read(odd)).toMatchObject({ title: null, externalId: '77', givenName: null, phoneNumber: null });
  });

  test('what has no id is no user', () => {
    expect(userSchema.safeParse({ userName: 'a@x.com' }).success).toBe(false);
    expect(userSchema.safeParse([]).success).toBe(false);
    expect(userSchema.safeParse(null).success).toBe(false);
  });
});

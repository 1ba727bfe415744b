import { describe, expect, test } from 'vitest';
import type { TargetProfile } from '../../../utils/connectors/scim/profile.ts';
import { javeloProfile } from '../../../utils/connectors/scim/profiles/javelo.ts';
import { rfcProfile } from '../../../utils/connectors/scim/profiles/rfc.ts';
import { createBody, patchBody } from '../../../utils/connectors/scim/write-account.ts';
import type { Desired } from '../../../utils/core/account.ts';
import type { IsoDate } from '../../../utils/core/ids.ts';

const john: Desired = {
  userName: 'john@x.com',
  externalId: '12345',
  active: true,
  givenName: 'John',
  familyName: 'Doe',
  managerUserName: 'asmith@x.com',
  gender: 'male',
  birthDate: '1990-02-28' as IsoDate,
  title: 'Engineer',
  phoneNumber: '+31612345678',
  employeeNumber: '00123',
  contractType: 'permanent',
  firstHiredOn: '2000-11-12' as IsoDate,
  department: 'MIS',
};
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const javelo = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';

const resource = {
  externalId: '12345',
  userName: 'john@x.com',
  name: { familyName: 'Doe', givenName: 'John' },
  active: true,
  title: 'Engineer',
  phoneNumbers: [{ type: 'work', value: '+31612345678' }],
  [enterprise]: { employeeNumber: '00123', department: 'MIS' },
  [javelo]: {
    managerUserName: 'asmith@x.com',
    gender: 'male',
    birthDate: '1990-02-28',
    contractType: 'permanent',
    seniorityDate: '2000-11-12',
  },
};

describe('the body of a POST', () => {
  test('Javelo: core alone in schemas, no e-mails (javelo-scim.md §2.2)', () => {
    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:User'];
    expect(createBody(john, javeloProfile)).toEqual({ schemas, ...resource });
  });

  test('RFC: every schema that is used, and the e-mail', () => {
    expect(createBody(john, rfcProfile)).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', javelo, enterprise],
      ...resource,
      emails: [{ type: 'work', value: 'john@x.com', primary: true }],
    });
  });

  test('what has no value is left out, never null', () => {
    const { externalId, userName } = john;
    const bare: Desired = {
      externalId,
      userName,
      active: false,
      title: null,
      phoneNumber: null,
      managerUserName: null,
    };
    expect(createBody(bare, javeloProfile)).toEqual({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      externalId: '12345',
      userName: 'john@x.com',
      active: false,
    });
  });

  test('dates the way the profile has them, and names where the profile has them', () => {
    const profile: TargetProfile = {
      ...javeloProfile,
      dateFormat: 'DD-MM-YYYY',
      paths: { ...javeloProfile.paths, birthDate: null, firstHiredOn: `${javelo}:firstDay` },
    };
    const body = createBody(john, profile);
    expect(body[javelo]).toEqual({
      managerUserName: 'asmith@x.com',
      gender: 'male',
      contractType: 'permanent',
      firstDay: '12-11-2000',
    });
  });
});

describe('the body of a PATCH', () => {
  test('Javelo: one Replace per attribute, null empties (javelo-scim.md §2.2)', () => {
    const changes = {
      title: 'Agent',
      userName: 'jdoe@x.com',
      familyName: 'Doe',
      active: true,
      externalId: '12345',
      department: 'Engineering',
      managerUserName: null,
      phoneNumber: '+31201234567',
    };
    expect(patchBody(changes, javeloProfile)).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [
        { op: 'Replace', path: 'externalId', value: '12345' },
        { op: 'Replace', path: 'userName', value: 'jdoe@x.com' },
        { op: 'Replace', path: 'name.familyName', value: 'Doe' },
        { op: 'Replace', path: 'active', value: true },
        { op: 'Replace', path: `${javelo}:managerUserName`, value: null },
        { op: 'Replace', path: 'title', value: 'Agent' },
        { op: 'Replace', path: 'phoneNumbers[type eq "work"].value', value: '+31201234567' },
        { op: 'Replace', path: `${enterprise}:department`, value: 'Engineering' },
      ],
    });
  });

  test('RFC: lower case, remove empties, and items are taken out and put in', () => {
    const changes = { active: false, title: null, phoneNumber: '+31201234567', userName: 'jdoe@x.com' };
    expect(patchBody(changes, rfcProfile).Operations).toEqual([
      { op: 'replace', path: 'userName', value: 'jdoe@x.com' },
      { op: 'replace', path: 'active', value: false },
      { op: 'remove', path: 'title' },
      { op: 'remove', path: 'phoneNumbers[type eq "work"]' },
      { op: 'add', path: 'phoneNumbers', value: [{ type: 'work', value: '+31201234567' }] },
      { op: 'remove', path: 'emails[type eq "work"]' },
      { op: 'add', path: 'emails', value: [{ type: 'work', value: 'jdoe@x.com', primary: true }] },
    ]);
    expect(patchBody({ phoneNumber: null }, rfcProfile).Operations).toEqual([
      { op: 'remove', path: 'phoneNumbers[type eq "work"]' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { differences } from '../../support/compare-expected.ts';
import type { ExpectedUser } from '../../support/sandbox-control.ts';

const wanted: ExpectedUser = {
  externalId: '7',
  userName: 'anna@acme.example',
  givenName: 'Anna',
  familyName: 'de Vries',
  managerUserName: 'bo@acme.example',
  gender: 'female',
  birthDate: '1990-02-03',
  title: 'Engineer',
  phoneNumber: '+31612345678',
  employeeNumber: '00123',
  contractType: 'permanent',
  firstHiredOn: '2020-01-01',
  active: true,
};

const held = {
  id: 'u1',
  externalId: '7',
  userName: 'anna@acme.example',
  name: { givenName: 'Anna', familyName: 'de Vries' },
  title: 'Engineer',
  active: true,
  phoneNumbers: [{ type: 'work', value: '+31612345678' }],
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: '00123' },
  'urn:ietf:params:scim:schemas:extension:javelo:2.0:User': {
    managerUserName: 'bo@acme.example',
    gender: 'female',
    birthDate: '1990-02-03',
    contractType: 'permanent',
    seniorityDate: '2020-01-01',
  },
};

describe('the comparison of Javelo with what is expected', () => {
  it('finds nothing where all is as it should be', () => {
    expect(differences([held], [wanted])).toEqual([]);
  });

  it.each(Object.keys(wanted).filter((name) => name !== 'externalId'))('sees a different %s', (attribute) => {
    const other = { ...wanted, [attribute]: attribute === 'active' ? false : null };
    expect(differences([held], [other])).toHaveLength(1);
  });

  it('sees a missing, a doubled and a surplus account', () => {
    expect(differences([], [wanted])).toEqual(['7: no account']);
    expect(differences([held, held], [wanted])).toEqual(['7: more than one account']);
    expect(differences([held], [])).toEqual(['7: an account that nobody expects']);
  });
});

import { describe, expect, it } from 'vitest';
import { computeExpected } from '../../sandbox/expected/index.ts';
import { contractTypeOf, familyNameOf, firstHiredOf, phoneOf } from '../../sandbox/expected/values.ts';
import type { Employee } from '../../sandbox/people/records.ts';
import { company, contract, employee, employment, info, today } from './hand-made.ts';

const companies = [company(1), company(2)];
const expected = (employees: Employee[], users: unknown[] = []) =>
  computeExpected({ today, companies, employees }, users);
const anna = (values: Partial<Employee> = {}) =>
  employee(
    2,
    { number: '8', ...values },
    {
      EmployeeNumber: '8',
      FirstName: 'Anna',
      Prefix: '',
      LastName: 'Smit',
      EmailWork: 'anna@acme.example',
      Gender: '2',
    },
  );

const janInJavelo = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  id: 'j1',
  externalId: '1',
  userName: 'jan@acme.example',
  name: { givenName: 'Jan', familyName: 'de Vries' },
  active: true,
  title: 'Chef',
  phoneNumbers: [{ type: 'work', value: '+31301234567' }],
  'urn:ietf:params:scim:schemas:extension:javelo:2.0:User': { managerUserName: 'anna@acme.example', gender: 'male' },
};

describe('the oracle', () => {
  it('says of an ordinary person what a reader would', () => {
    expect(expected([employee(1, {}, { TelephoneMobileWork: '06-12 34 56 78' })])).toEqual([
      {
        externalId: '1',
        userName: 'jan@acme.example',
        givenName: 'Jan',
        familyName: 'de Vries',
        managerUserName: null,
        gender: 'male',
        birthDate: '1980-04-01',
        title: 'Kok',
        phoneNumber: '+31612345678',
        employeeNumber: '7',
        contractType: 'permanent',
        firstHiredOn: '2018-02-01',
        active: true,
      },
    ]);
  });

  it.each([
    ['no address', {}, { EmailWork: '' }],
    ['a blank in the address', {}, { EmailWork: 'jan de@acme.example' }],
    ['a first day to come', { employments: [employment({ StartDate: '2026-12-20T00:00:00' })] }, {}],
    ['a last day gone', { employments: [employment({ EndDate: '2026-10-31T00:00:00' })] }, {}],
    ['left', { type: 4 }, {}],
    ['only about to be hired', { type: 3 }, {}],
    ['no family name', {}, { Prefix: '', LastName: '' }],
  ])('gives no account to somebody with %s', (_name, values, personal) => {
    expect(expected([employee(1, values, personal)])).toEqual([]);
  });

  it('takes the record in force: not one to come, and of two in one period the later entry', () => {
    const person = employee(1);
    person.personalInfos = [
      info({ FirstName: 'Later', StartYear: 2026, StartPeriod: 12 }),
      info({ FirstName: 'Early', StartYear: 2026, StartPeriod: 11, CreationDate: '2026-11-02T10:00:00.5' }),
      info({ FirstName: 'Right', StartYear: 2026, StartPeriod: 11, CreationDate: '2026-11-02T10:00:01' }),
      info({ FirstName: 'Undated', StartYear: 2026, StartPeriod: 11, CreationDate: null }),
      info({ FirstName: 'Old', StartYear: 2025, StartPeriod: 12, CreationDate: '2026-11-20T10:00:00' }),
    ];
    expect(expected([person])[0]?.givenName).toBe('Right');
  });

  it('joins one person in two companies, and gives nobody the address that two people share', () => {
    const second = employee(2, { companyId: 2, employments: [employment({ StartDate: '2010-01-01T00:00:00' })] });
    expect(expected([employee(1), second]).map(({ externalId }) => externalId)).toEqual(['2']);
    const stranger = employee(2, { companyId: 2 }, { Birthday: '1991-01-01T00:00:00' });
    expect(expected([employee(1), stranger])).toEqual([]);
    expect(expected([employee(1), employee(2)])).toEqual([]);
    const leaver = employee(2, { type: 4 }, { Birthday: '1991-01-01T00:00:00' });
    expect(expected([employee(1), leaver]).map(({ externalId }) => externalId)).toEqual(['1']);
  });

  const managerOf = (manager: Employee['manager'], others: Employee[] = [anna()]) =>
    expected([employee(1, { manager }), ...others]).find(({ externalId }) => externalId === '1')?.managerUserName;

  it('finds a manager by address, then by number and name, then by name alone', () => {
    expect(managerOf({ Number: 0, Email: 'ANNA@acme.example' })).toBe('anna@acme.example');
    expect(managerOf({ Number: 8, FirstName: 'anna', Name: 'SMIT' })).toBe('anna@acme.example');
    expect(managerOf({ Number: 99, FirstName: ' Anna', Name: 'Smit ', Email: 'old@acme.example' })).toBe(
      'anna@acme.example',
    );
    expect(managerOf({ Number: 8, FirstName: 'Somebody', Name: 'Else' })).toBeNull();
    expect(managerOf({ Number: 0, FirstName: 'Jan', Name: 'de Vries' })).toBeNull();
    expect(managerOf({ Number: 0, FirstName: '', Name: '' })).toBeNull();
  });

  it('does not guess between two of one name, nor follow a manager who left', () => {
    const other = employee(
      3,
      { companyId: 2, number: '9' },
      { EmployeeNumber: '9', FirstName: 'Anna', Prefix: '', LastName: 'Smit', EmailWork: 'anna2@acme.example' },
    );
    expect(managerOf({ Number: 0, FirstName: 'Anna', Name: 'Smit' }, [anna(), other])).toBeNull();
    expect(managerOf({ Number: 9, FirstName: 'Anna', Name: 'Smit' }, [anna(), other])).toBe('anna2@acme.example');
    expect(managerOf({ Number: 0, Email: 'anna@acme.example' }, [anna({ type: 4 })])).toBeNull();
  });

  it('adopts by id, by number and by address; keeps what Nmbrs does not know, but no manager', () => {
    const [jan] = expected([employee(1, { functions: [] })], [janInJavelo]);
    expect(jan).toMatchObject({
      externalId: '1',
      title: 'Chef',
      phoneNumber: '+31301234567',
      managerUserName: null,
      birthDate: '1980-04-01',
    });
    const enterprise = { 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { employeeNumber: '7' } };
    expect(expected([employee(1)], [{ id: 'x', userName: 'former@acme.example', ...enterprise }])).toMatchObject([
      { externalId: '1', userName: 'jan@acme.example' },
    ]);
    expect(expected([employee(1)], [{ id: 'x', userName: 'JAN@acme.example', locale: 'fr' }])).toMatchObject([
      { externalId: '1', userName: 'jan@acme.example' },
    ]);
  });

  it('switches off the account of a leaver, and leaves the accounts of strangers alone', () => {
    const stranger = { id: 's', userName: 'somebody@else.example', active: true, title: 'Guest' };
    const [jan, other] = expected(
      [employee(1, { type: 4 }, { EmailWork: '', FirstName: 'Changed' })],
      [janInJavelo, stranger],
    );
    expect(jan).toMatchObject({
      userName: 'jan@acme.example',
      givenName: 'Jan',
      active: false,
      managerUserName: null,
      title: 'Chef',
    });
    expect(other).toMatchObject({ userName: 'somebody@else.example', externalId: null, active: true, title: 'Guest' });
    expect(expected([employee(1, { type: 4 })])).toEqual([]);
  });
});

describe('the values', () => {
  it.each([
    [1, 'de Vries'],
    [2, 'van Dam'],
    [3, 'van Dam-de Vries'],
    [4, 'de Vries-van Dam'],
    [0, 'de Vries'],
  ])('name order %i is %s', (Naamstelling, name) => {
    expect(familyNameOf(info({ Naamstelling, PartnerPrefix: 'van', PartnerLastName: 'Dam' }))).toBe(name);
    expect(familyNameOf(info({ Naamstelling }))).toBe('de Vries');
  });

  it.each([
    ['06-12 34 56 78', '+31612345678'],
    ['+31 (0)30 1234567', '+31301234567'],
    ['0031612345678', '+31612345678'],
    ['(030) 123 45 67', '+31301234567'],
    ['+49 (0)171 1234567', '+491711234567'],
    ['0048 601 234 567', '+48601234567'],
    ['n.v.t.', null],
    ['12', null],
    ['612345678', null],
    ['', null],
  ])('phone %j is %j', (TelephoneMobileWork, number) => {
    expect(phoneOf({ TelephoneMobileWork })).toBe(number);
  });

  it('prefer the mobile number and fall back to the fixed one', () => {
    expect(phoneOf({ TelephoneMobileWork: ' ', TelephoneWork: '030 1234567' })).toBe('+31301234567');
    expect(phoneOf({ TelephoneMobileWork: '0612345678', TelephoneWork: '030 1234567' })).toBe('+31612345678');
  });

  it.each([
    ['no contract', [], null],
    ['one without end', [contract()], 'permanent'],
    ['one with an end', [contract({ Indefinite: false, EndDate: '2027-01-31T00:00:00' })], 'fixed term'],
    ['one that says nothing', [contract({ Indefinite: null })], null],
    ['one that says nothing but ends', [contract({ Indefinite: null, EndDate: '2027-01-31T00:00:00' })], 'fixed term'],
    ['one to come', [contract({ StartDate: '2026-12-20T00:00:00' })], null],
    [
      'one now and one to come',
      [contract({ ContractID: 71, StartDate: '2026-12-20T00:00:00' }), contract({ Indefinite: false })],
      'fixed term',
    ],
    [
      'one entered twice',
      [
        contract({ Indefinite: false, CreationDate: '2026-01-01T10:00:00.5' }),
        contract({ CreationDate: '2026-01-01T10:00:00' }),
      ],
      'fixed term',
    ],
  ])('contract type of %s', (_name, contracts, type) => {
    expect(contractTypeOf(contracts, today)).toBe(type);
  });

  it('count from the first day of all', () => {
    const before = employment({ StartDate: '2010-03-01T00:00:00', EndDate: '2012-01-01T00:00:00' });
    expect(firstHiredOf([employment(), before], today)).toBe('2010-03-01');
    expect(firstHiredOf([employment({ InitialStartDate: '2018-02-01T00:00:00' }), before], today)).toBe('2018-02-01');
    expect(firstHiredOf([employment({ InitialStartDate: '0001-01-01T00:00:00' })], today)).toBe('2018-02-01');
    expect(firstHiredOf([], today)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import type { Desired } from '../../../utils/core/account.ts';
import type { IsoDate } from '../../../utils/core/ids.ts';
import { javeloImportFile } from '../../../utils/export/javelo-import-file.ts';

const boss: Desired = {
  userName: 'boss@acme.example',
  externalId: '1',
  active: true,
  givenName: 'Ada',
  familyName: 'van Dam',
  managerUserName: 'board@acme.example',
};
const report: Desired = {
  userName: 'Noor@Acme.example',
  externalId: '2',
  active: true,
  givenName: ' Noor ',
  familyName: 'de\n Vries',
  managerUserName: 'Boss@acme.example',
  gender: 'female',
  birthDate: '1990-02-28' as IsoDate,
  title: '=Engineer',
  phoneNumber: '+33612345678',
  employeeNumber: '00123',
  contractType: 'permanent',
  firstHiredOn: '2019-11-01' as IsoDate,
  department: null,
};

describe("Javelo's import file", () => {
  test('columns and formats (javelo-scim.md §1.2)', () => {
    expect(javeloImportFile([report, boss], { language: 'en' })).toEqual({
      columns: [
        'Email',
        'Name',
        'Last_name',
        'Manager_email',
        'Job',
        'Phone_number',
        'Gender',
        'Birth_date',
        'Employee_number',
        'Contract_type',
        'First_hired_on',
        'Department',
        'Language',
      ],
      rows: [
        [
          'noor@acme.example',
          'Noor',
          'de Vries',
          'boss@acme.example',
          '=Engineer',
          '0033612345678',
          'female',
          '28-02-1990',
          '00123',
          'permanent',
          '01-11-2019',
          '',
          'en',
        ],
        ['boss@acme.example', 'Ada', 'van Dam', 'board@acme.example', '', '', '', '', '', '', '', '', 'en'],
      ],
      problems: [{ userName: 'boss@acme.example', kind: 'manager-without-row', leftOut: false }],
    });
  });

  test('columns of one’s own', () => {
    const { columns, rows } = javeloImportFile([report], {
      columns: [{ header: 'group_code', attribute: 'department' }],
    });
    expect(columns).toEqual(['Email', 'Name', 'Last_name', 'Manager_email', 'group_code']);
    expect(rows[0]).toHaveLength(5);
  });

  test('who would not be imported has no row, and is named', () => {
    const people: [Desired, string][] = [
      [{ ...boss, userName: 'gone@acme.example', active: false }, 'inactive'],
      [{ ...boss, userName: 'a b@acme.example' }, 'invalid-email'],
      [{ ...boss, userName: 'a,b@acme.example' }, 'invalid-email'],
      [{ ...boss, userName: 'mailto:a@acme.example' }, 'invalid-email'],
      [{ ...boss, userName: 'nobody' }, 'invalid-email'],
      [{ ...boss, userName: 'twin@acme.example' }, 'duplicate-email'],
      [{ ...boss, userName: 'TWIN@acme.example' }, 'duplicate-email'],
      [{ ...boss, userName: 'nameless@acme.example', familyName: ' ' }, 'no-name'],
      [{ ...boss, userName: 'first@acme.example', givenName: null }, 'no-name'],
    ];
    const { rows, problems } = javeloImportFile(people.map(([person]) => person));
    expect(rows).toEqual([]);
    expect(problems).toEqual(people.map(([{ userName }, kind]) => ({ userName, kind, leftOut: true })));
  });

  test('one who left is no twin of one who works here', () => {
    const { rows } = javeloImportFile([boss, { ...boss, externalId: '9', active: false }]);
    expect(rows.map(([email]) => email)).toEqual(['boss@acme.example']);
  });

  test('a manager who is missing or oneself leaves the cell empty, and is named', () => {
    const { rows, problems } = javeloImportFile([
      { ...boss, managerUserName: null },
      { ...report, managerUserName: 'NOOR@acme.example' },
    ]);
    expect(rows.map((row) => row[3])).toEqual(['', '']);
    expect(problems).toEqual([
      { userName: 'boss@acme.example', kind: 'no-manager', leftOut: false },
      { userName: 'Noor@Acme.example', kind: 'own-manager', leftOut: false },
    ]);
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { newTour } from '../../../utils/core/tour/tour.ts';
import { judgeUserType, nameLikeness } from '../../../utils/guide/read/administrator.ts';
import { chooseRow } from '../../../utils/guide/tour/choose-row.ts';
import { read } from './look.ts';
import { templates } from './pages.ts';

const tour = { ...newTour('acme'), route: 'mine' as const, userType: 'Administrator Gebruiker (Client)' };
const rowsOf = (client: readonly string[], company: readonly string[] = []) =>
  read(templates(client, company)).templates.rows;

describe('which row is meant', () => {
  it('the one with the name of the user type', () => {
    const choice = chooseRow(rowsOf(['Manager', 'ADMINISTRATOR  gebruiker (Client)']), tour);
    expect(choice.kind === 'one' && choice.row.section).toBe('masterClient');
    expect(choice.kind === 'one' && choice.row.cog?.element.getAttribute('data-cog')).toBe('11');
  });

  it('under Master Bedrijfslogin where Master Client has none', () => {
    const choice = chooseRow(rowsOf(['Manager'], [tour.userType]), tour);
    expect(choice.kind === 'one' && choice.row.section).toBe('masterCompany');
  });

  it.each([
    ['two equal rows', rowsOf([tour.userType, tour.userType]), 'equal', 2],
    ['the same name in two sections', rowsOf([tour.userType], [tour.userType]), 'equal', 2],
    ['no such row', rowsOf(['Manager', 'Viewer']), 'missing', 2],
  ])('asks for %s', (_name, rows, why, count) => {
    const choice = chooseRow(rows, tour);
    expect(choice).toMatchObject({ kind: 'ask', why });
    expect(choice.kind === 'ask' && choice.rows.length).toBe(count);
  });

  it('asks which template was made for it on the other road', () => {
    expect(chooseRow(rowsOf([tour.userType]), { ...tour, route: 'own' })).toMatchObject({ kind: 'ask', why: 'own' });
  });

  it('a hostile name is a name', () => {
    const name = '<img src=x onerror=alert(1)>';
    const page = rowsOf([name.replaceAll('<', '&lt;')]);
    expect(chooseRow(page, { ...tour, userType: name })).toMatchObject({ kind: 'one', row: { name } });
  });
});

describe('user types', () => {
  it.each([
    ['Administrator', 'administrator'],
    ['Administrator Gebruiker (Client)', 'administrator'],
    ['(Scenario 3) General Manager Payroll and HR', 'administrator'],
    ['HR Manager (System)', 'other'],
    ['Accountantviewer', 'accountant'],
    ['Medewerker', 'other'],
    ['Applicatiebeheerder', 'unknown'],
  ])('%s: %s', (name, verdict) => {
    expect(judgeUserType(name)).toBe(verdict);
  });

  it('are alike by their words', () => {
    expect(nameLikeness('(Scenario 3) General Manager', 'General Manager (Scenario 3)')).toBe(1);
    expect(nameLikeness('Administrator', 'Manager')).toBe(0);
  });
});

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pageOf, read } from './look.ts';
import { login, profile, rights, shell, templates, token } from './pages.ts';

const methods = {
  List_GetByCompany: '<input type="checkbox"> <span>Inactive</span>',
  Manager_GetCurrent: '<input type="checkbox" checked> <span>Active</span>',
  Absence_GetList: '<span class="inactive">▪</span>',
  Function_GetCurrent: '<a onclick="x()"><img src="/img/vink_groen.png" alt=""></a>',
  Schedule_GetCurrent: '<a onclick="x()">Inactive</a>',
  Children_Get: '<button role="switch" aria-checked="true"></button>',
  Mystery_Get: '<a onclick="x()"><i class="dot"></i></a>',
};

describe('where the admin is', () => {
  it.each([
    ['loggedOut', login],
    ['shell', shell('<p>Mijn taken</p>')],
    ['userMenuOpen', shell('<ul><li><a href="#">Gebruiker profiel</a></li><li><a href="#">Uitloggen</a></li></ul>')],
    ['profile', profile('Administrator')],
    [
      'settings',
      shell(
        '<ul><li>Gebruikersaccounts<ul><li><a href="#">Logins</a></li><li><a href="#">Gebruikerstemplates</a></li></ul></li></ul>',
      ),
    ],
    ['templateList', templates(['Administrator'])],
    ['apiRights', rights(methods)],
    ['tokenInactive', token('<button>API account activeren</button>')],
    ['tokenHidden', token('')],
    [
      'tokenVisible',
      token(
        '<table><tr><td>Gebruikersnaam</td><td>a@b.example</td></tr><tr><td>API sleutel</td><td>3f9aBc812dE74650aa1f</td></tr></table>',
      ),
    ],
    ['unknown', '<h1>Welcome</h1><p>Something else altogether</p>'],
  ])('%s', (state, body) => {
    expect(read(body).state).toBe(state);
  });
});

describe('what it reads', () => {
  it('the user type', () => {
    expect(read(profile('(Scenario 3) General Manager Payroll &amp; HR')).profile.userType).toBe(
      '(Scenario 3) General Manager Payroll & HR',
    );
  });

  it('the rows with their sections and cogs', () => {
    const { rows } = read(templates(['Administrator', 'Manager', 'Administrator'], ['Administrator'])).templates;
    expect(
      rows.map(({ name, section, ordinal, cog }) => [name, section, ordinal, cog?.element.getAttribute('data-cog')]),
    ).toEqual([
      ['Accountant beheerder', 'masterAccountant', 0, '1'],
      ['Administrator', 'masterClient', 0, '10'],
      ['Manager', 'masterClient', 0, '11'],
      ['Administrator', 'masterClient', 1, '12'],
      ['Administrator', 'masterCompany', 0, '50'],
    ]);
  });

  it('the state of every permission', () => {
    const page = pageOf(rights(methods));
    for (const select of page.querySelectorAll('select')) select.selectedIndex = 2;
    const reading = read(page).rights;
    expect(reading.services?.current).toBe('EmployeeService');
    expect(Object.fromEntries(reading.rows.map(({ method, state }) => [method, state]))).toEqual({
      List_GetByCompany: 'off',
      Manager_GetCurrent: 'on',
      Absence_GetList: 'off',
      Function_GetCurrent: 'on',
      Schedule_GetCurrent: 'off',
      Children_Get: 'on',
      Mystery_Get: 'unknown',
    });
  });
});

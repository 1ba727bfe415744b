// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pageOf, read } from './look.ts';
import { shell } from './pages.ts';

const header = (menu: string) => `<header><b>Nmbrs</b>${menu}</header><nav><a href="#">Instellingen</a></nav>`;

describe('what opens the user menu, as others would build it (nmbrs-ui.md §2 P1)', () => {
  it.each([
    ['an address with an arrow', '<a href="#">admin@acme.example ▾</a>'],
    ['an address in capitals', '<a href="#">ADMIN@ACME.EXAMPLE</a>'],
    ['initials', '<button type="button">AJ</button>'],
    ['a round picture with a name for listeners', '<button aria-label="Profiel"><b></b></button>'],
  ])('%s', (_, menu) => {
    const found = read(header(menu)).ways.userMenu;
    expect(found?.element.localName).toMatch(/^(a|button)$/);
    expect(found?.confidence).toBeGreaterThanOrEqual(0.65);
  });

  it.each([
    ['an arrow alone', '<button type="button">▾</button>'],
    ['a word', '<button type="button">Help</button>'],
  ])('but not %s', (_, menu) => {
    expect(read(header(menu)).ways.userMenu).toBeNull();
  });
});

const card = (name: string, at: number) => `<div><div>${name}</div>
  <div onclick="x()"><svg></svg><small>Dashboard</small></div>
  <div onclick="x()" data-cog="${at}" title="API bewerken"><svg></svg></div></div>`;

describe('a list of templates that is neither table, grid nor list', () => {
  const page = shell(`<h1>Gebruikerstemplates</h1><button>Nieuwe template gebruiker</button>
    <h3>Master Accountant</h3>${card('Administrator', 0)}${card('Salaris', 1)}
    <h3>Master Bedrijfslogin</h3>${card('Administrator', 2)}${card('HR & Payroll', 3)}`);

  it('has its blocks as rows', () => {
    const { rows } = read(page).templates;
    expect(
      rows.map(({ name, section, cog }) => [
        name,
        section,
        cog?.element.closest('[data-cog]')?.getAttribute('data-cog'),
      ]),
    ).toEqual([
      ['Administrator', 'masterAccountant', '0'],
      ['Salaris', 'masterAccountant', '1'],
      ['Administrator', 'masterCompany', '2'],
      ['HR & Payroll', 'masterCompany', '3'],
    ]);
  });

  it('has no block without an API cog among them, such as the head of a window', () => {
    const { rows } = read(
      `${page}<div><div><h3>API - HR & Payroll</h3><button aria-label="Close">×</button></div><div><b>a</b><button>b</button></div></div>`,
    ).templates;
    expect(rows).toHaveLength(4);
  });
});

it('a list whose cogs are drawn by an icon font, without any word, has them in the column that says API', () => {
  const row = (name: string) =>
    `<div><span>${name}</span><span><span class="icon icon-square"></span></span><span><span class="icon icon-gear" data-cog="${name}"></span></span></div>`;
  const { rows } = read(
    shell(`<h2>User templates</h2><a href="#">New template user</a><h4>Master Client</h4>
      <div><div><b>Name</b><b>Dashboard</b><b>API</b></div>${row('Administrator')}${row('HR')}</div>`),
  ).templates;
  expect(rows.map(({ name, cog }) => [name, cog?.element.getAttribute('data-cog')])).toEqual([
    ['Administrator', 'Administrator'],
    ['HR', 'HR'],
  ]);
});

it('permissions that lie over the list are no templates', () => {
  const rights = ['Address_Get', 'Children_GetCurrent'].map(
    (method, at) => `<div><span>${method}</span><span onclick="x()" title="API ${at}"><svg></svg></span></div>`,
  );
  const page = shell(`<h1>Template users</h1><h3>Master Client</h3>${card('Administrator', 0)}${card('HR', 1)}
    <div>${rights.join('')}</div>`);
  expect(read(page).templates.rows.map(({ name }) => name)).toEqual(['Administrator', 'HR']);
});

/** Rows as high as 30 px, where their `data-at` says; happy-dom draws nothing. */
function drawn(document: Document): Document {
  for (const row of document.querySelectorAll('[data-at]')) {
    const [left = 0, top = 0, width = 0] = (row.getAttribute('data-at') ?? '').split(' ').map(Number);
    row.getBoundingClientRect = () => new DOMRect(left, top, width, 30);
  }
  return document;
}

describe('a grid with a locked column', () => {
  const half = (names: readonly string[], cells: (name: string) => string, left: number, width: number) =>
    `<table>${names.map((name, at) => `<tr data-at="${left} ${100 + at * 30} ${width}">${cells(name)}</tr>`).join('')}</table>`;
  const lines = ['▾ Master Client', 'Administrator', 'HR & Payroll'];
  const page = shell(`<h1>Template users</h1><button>New template user</button><div>
    ${half(lines, (name) => `<td>${name}</td>`, 0, 200)}
    ${half(lines, (name) => (name.startsWith('▾') ? '<td></td>' : `<td><a href="#" title="API" data-cog="${name}"><svg></svg></a></td>`), 200, 100)}</div>`);

  it('has the cog of a row in the other table on the same line', () => {
    const { rows } = read(drawn(pageOf(page))).templates;
    expect(rows.map(({ name, section, cog }) => [name, section, cog?.element.getAttribute('data-cog')])).toEqual([
      ['Administrator', 'masterClient', 'Administrator'],
      ['HR & Payroll', 'masterClient', 'HR & Payroll'],
    ]);
  });
});

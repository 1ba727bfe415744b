// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { nameOf } from '../../../utils/guide/javelo/find.ts';
import { readFlowPage } from '../../../utils/guide/javelo/flow-page.ts';
import { mayWrite } from '../../../utils/guide/javelo/flow-permissions.ts';
import { readJaveloPage } from '../../../utils/guide/javelo/integrations-page.ts';

beforeEach(() => {
  document.body.innerHTML = '';
});

function show(html: string): void {
  document.body.innerHTML = html;
}

const card = (name: string, button: string) =>
  `<div class="card"><h3>${name}</h3><p>Some words about ${name} and SCIM.</p><button>${button}</button></div>`;
const cards = (title: string, connect: string, configure: string) =>
  show(
    `<nav><button>General</button></nav><h1>${title}</h1>${card('Personio', connect)}${card('Nmbrs', connect)}${card('Azure integration', configure)}${card('SCIM', configure)}`,
  );

describe('Javelo’s integrations', () => {
  it.each([
    ['English', 'Integrations', 'Connect', 'Configuration'],
    ['French', 'Intégrations', 'Connecter', 'Configuration'],
    ['other words', 'INTEGRATIONS', 'Connect →', 'Configure'],
    ['French, other words', 'Intégrations', 'Connecter l’intégration', 'Configurer'],
  ])('are recognised in %s', (_language, title, connect, configure) => {
    cards(title, connect, configure);
    const reading = readJaveloPage(document, '/settings/integrations');
    if (reading.page !== 'integrations') throw new Error(`read as ${reading.page}`);
    expect(reading.confidence).toBeGreaterThan(0.85);
    expect(reading.nmbrs?.open?.closest('.card')?.textContent).toContain('Nmbrs');
    expect(reading.scim?.open?.closest('.card')?.textContent).toMatch(/^SCIM/);
  });

  it('are recognised as rows of a table, and elsewhere than expected', () => {
    show(
      `<h2>Integrations</h2><table><tr><td><strong>Nmbrs</strong></td><td>x</td><td><button>Connect</button></td></tr><tr><td><strong>SCIM</strong></td><td>y</td><td><a role="button">Configuration</a></td></tr></table>`,
    );
    expect(readJaveloPage(document, '/admin/apps')).toMatchObject({ page: 'integrations' });
  });

  it('tell that Nmbrs is connected', () => {
    show(`<h1>Integrations</h1>${card('Nmbrs', 'Disconnect')}${card('SCIM', 'Configuration')}`);
    expect(readJaveloPage(document, '/settings/integrations')).toMatchObject({ nmbrs: { connected: true } });
  });

  it('are not seen where they are not', () => {
    show('<h1>Reviews</h1><button aria-label="Settings">⚙</button><p>Nmbrs</p>');
    const reading = readJaveloPage(document, '/reviews');
    expect(reading).toMatchObject({ page: 'other' });
    expect(reading.page === 'other' && reading.way && nameOf(reading.way)).toBe('Settings');
    show('<input type="password">');
    expect(readJaveloPage(document, '/auth/login').page).toBe('login');
  });
});

describe('the SCIM window', () => {
  const read = (inside: string) => {
    show(
      `<h1>Integrations</h1>${card('Nmbrs', 'Connect')}${card('SCIM', 'Configuration')}<div role="dialog"><h2>SCIM</h2>${inside}</div>`,
    );
    const reading = readJaveloPage(document, '/settings/integrations');
    return reading.page === 'integrations' ? reading.scimWindow : null;
  };
  const token = 'sLV2IMNWB1YC3xe5bfxMsM1TIsW6fSSFpbuUBIoT';

  it('has the button, before and after', () => {
    expect(read('<button>Activate scim</button>')?.activate?.textContent).toBe('Activate scim');
    expect(read('<button>Générer un nouveau jeton</button>')?.activate).not.toBeNull();
  });

  it.each([
    ['a field', `<label for="t">Bearer token</label><input id="t" readonly value="${token}">`],
    ['a piece of code', `<label>Jeton</label><div><code>${token}</code></div>`],
  ])('shows the token in %s', (_how, html) => {
    expect(read(`${html}<button>Generate a new token</button>`)?.token?.value).toBe(token);
  });

  it.each([
    ['two candidates', `<label>Token</label><code>${token}</code><code>${token.replace('s', 't')}</code>`],
    ['no label', `<code>${token}</code>`],
    ['a word', '<label>Token</label><code>unavailable-at-present</code>'],
    ['an address', '<label>Token</label><code>https://api.javelo.io/scim/v2</code>'],
  ])('shows none with %s', (_why, html) => {
    expect(read(`${html}<button>Activate scim</button>`)?.token).toBeNull();
  });
});

describe('the connection flow', () => {
  const list = `<h3>Employee Services</h3><ul><li><code>List_GetByCompany</code></li><li>Manager_GetCurrent</li></ul><h3>Debtor Services</h3><p>List_GetAll</p>`;

  it.each([
    ['intro', '<h1>Connect Nmbrs</h1><button>Continue</button>'],
    ['subdomain', '<label>Sous-domaine<input type="text"></label><button>Continuer</button>'],
    ['permissions', `${list}<button>Continue</button>`],
    [
      'credentials',
      '<label>E-mail<input type="email"></label><label>Jeton API<input type="password"></label><button>Configurer l’intégration</button>',
    ],
    ['done', '<h1>Your integration is set up</h1>'],
    ['unknown', '<h1>Choose your tool</h1><input type="search"><button>Nmbrs</button>'],
  ])('shows the page %s', (page, html) => {
    show(html);
    expect(readFlowPage(document).page).toBe(page);
  });

  it.each([
    ['under headings', list],
    [
      'in a table',
      '<table><tr><td>Employee Services</td><td>List_GetByCompany</td></tr><tr><td>Employee Services</td><td>Manager_GetCurrent</td></tr><tr><td>Debtor Services</td><td>List_GetAll</td></tr></table>',
    ],
    ['in lines', '<p>EmployeeService: List_GetByCompany, Manager_GetCurrent</p><p>DebtorService: List_GetAll</p>'],
  ])('lists permissions %s', (_how, html) => {
    show(`${html}<button>Continue</button>`);
    expect(readFlowPage(document).permissions).toEqual([
      { service: 'EmployeeService', method: 'List_GetByCompany' },
      { service: 'EmployeeService', method: 'Manager_GetCurrent' },
      { service: 'DebtorService', method: 'List_GetAll' },
    ]);
  });

  it('says which field is refused', () => {
    show(
      '<label for="e">Email</label><input id="e" type="email"><label for="t">API token</label><input id="t" type="password" aria-invalid="true" aria-describedby="x"><p id="x" role="alert">Not accepted.</p><button>Set up integration</button>',
    );
    expect(readFlowPage(document).refusal).toEqual({ field: 'token', text: 'Not accepted.' });
  });

  it('knows what may write', () => {
    expect(['Employee_Insert', 'Absence_Insert', 'List_GetAll', 'Schedule_UpdateCurrent'].map(mayWrite)).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});

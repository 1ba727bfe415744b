// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { checklistOf } from '../../../utils/core/tour/checklist.ts';
import { newTour, type Tour } from '../../../utils/core/tour/tour.ts';
import type { Guidance } from '../../../utils/guide/tour/guidance.ts';
import { nextStep } from '../../../utils/guide/tour/next-step.ts';
import { read } from './look.ts';
import { login, profile, rights, shell, templates, token } from './pages.ts';

const wanted = [
  { service: 'CompanyService', method: 'List_GetAll' },
  { service: 'CompanyService', method: 'Company_GetCurrentPeriod' },
] as const;
const administrator = 'Administrator Gebruiker (Client)';

function step(page: string, known: Partial<Tour> = {}, goesOn = false): Guidance {
  const tour: Tour = { ...newTour('acme'), ...known };
  return nextStep({ tour, wanted, checklist: checklistOf(tour, wanted), reading: read(page), opened: null, goesOn });
}

const isAdministrator = { userType: administrator, administrator: 'administrator' } as const;
const onMine = { ...isAdministrator, route: 'mine' } as const;
const allOn = { CompanyService: { on: wanted.map(({ method }) => method), missing: [], unclear: [], surplus: [] } };
const someOff = {
  CompanyService: { on: ['List_GetAll'], missing: ['Company_GetCurrentPeriod'], unclear: [], surplus: [] },
};
const menu = shell('<ul><li><a href="#">Gebruiker profiel</a></li><li><a href="#">Uitloggen</a></li></ul>');
const window = rights({
  List_GetAll: '<input type="checkbox">',
  Company_GetCurrentPeriod: '<input type="checkbox" checked>',
});
const mine = { name: administrator, section: 'masterClient', ordinal: 0 };

describe('what the card says', () => {
  it.each<[string, string, string, Partial<Tour>]>([
    ['before the log-in', 'loggedOut', login, {}],
    ['at the start', 'openUserMenu', shell(''), {}],
    ['with the menu open', 'openProfile', menu, {}],
    [
      'for somebody who is not an administrator',
      'notAdministrator',
      shell(''),
      { userType: 'Viewer', administrator: 'other' },
    ],
    ['for an accountant', 'accountant', shell(''), { userType: 'Accountantviewer', administrator: 'accountant' }],
    ['once the user type is known', 'chooseRoute', profile(administrator), isAdministrator],
    ['on the way to the templates', 'openSettings', shell(''), onMine],
    ['in the settings', 'openTemplates', shell('<ul><li><a href="#">Gebruikerstemplates</a></li></ul>'), onMine],
    ['in the list', 'openCog', templates([administrator]), onMine],
    ['in a list with two rows of that name', 'rowsEqual', templates([administrator, administrator]), onMine],
    ['in a list without that name', 'rowMissing', templates(['Manager']), onMine],
    ['with a template of its own', 'rowOwn', templates(['Manager']), { ...isAdministrator, route: 'own' }],
    ['where nobody saw whose permissions these are', 'whoseRights', window, onMine],
    ['before the lists are read', 'readServices', window, { ...onMine, template: mine }],
    ['with something to switch on', 'switchOn', window, { ...onMine, template: mine, services: someOff }],
    ['with all on', 'rightsDoneSave', window, { ...onMine, template: mine, services: allOn }],
    [
      'with all on, at the token',
      'activate',
      token('<button>API account activeren</button>'),
      { ...onMine, services: allOn },
    ],
  ])('%s: %s', (_when, say, page, known) => {
    // A title that names the template is how the page says whose permissions it shows.
    const titled = known.template ? page.replace('<h2>API</h2>', `<h2>API ${administrator}</h2>`) : page;
    expect(step(titled, known).say).toBe(say);
  });

  it('does not miss the user type while the background still counts', () => {
    const tour: Tour = { ...newTour('acme'), ...isAdministrator };
    const before = checklistOf(newTour('acme'), wanted);
    const reading = read(profile(administrator));
    expect(nextStep({ tour, wanted, checklist: before, reading, opened: null, goesOn: false }).say).toBe('chooseRoute');
  });

  it('goes on when an admin with another user type insists', () => {
    const known = { userType: 'Viewer', administrator: 'other' } as const;
    expect(step(shell(''), known, true).say).toBe('chooseRoute');
  });
});

describe('where it does not find its way, it says the way in words', () => {
  it('a user menu that looks like nothing known', () => {
    const page = '<header><b>Nmbrs</b></header><nav><a href="#">Instellingen</a><a href="#">Mijn account</a></nav>';
    expect(step(page)).toMatchObject({
      say: 'openUserMenu',
      target: null,
      actions: ['goOn', 'lookAgain', 'copyStructure'],
    });
  });

  it('a list whose rows it cannot read', () => {
    const page = shell(`<h1>Template users</h1><a href="#">Nieuwe template gebruiker</a>
      <div>Master Client</div><div>Master Manager</div><canvas></canvas>`);
    expect(step(page, onMine)).toMatchObject({
      say: 'openCog',
      target: null,
      params: { name: administrator },
      actions: ['lookAgain', 'copyStructure'],
    });
  });

  it('permissions that opened out of such a list are asked about, and nothing is switched before the answer', () => {
    expect(step(window, onMine)).toMatchObject({ say: 'whoseRights', params: { name: administrator } });
    expect(step(window, onMine).actions).toEqual(['thisTemplate']);
  });
});

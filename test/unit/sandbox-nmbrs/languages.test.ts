import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { configure, createVisitor, resetSandbox } from './visitor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 5, companies: 1 });
});
afterAll(() => sandbox.stop());
beforeEach(() => resetSandbox(sandbox));

/** What stands on the pages along the way (nmbrs-ui.md §2); for German no source has a label. */
const labels: readonly (readonly [
  switches: Readonly<Record<string, string>>,
  lang: string,
  steps: Readonly<Record<'menu' | 'type' | 'settings' | 'templates' | 'section' | 'api' | 'tab' | 'activate', string>>,
])[] = [
  [
    { language: 'en' },
    'en',
    {
      menu: 'User profile',
      type: 'User type',
      settings: 'SETTINGS',
      templates: 'Template users',
      section: 'Master Client',
      api: 'Edit API',
      tab: 'API Token',
      activate: 'Activate API Account',
    },
  ],
  [
    { language: 'en', wording: 'other' },
    'en',
    {
      menu: 'USER PROFILE',
      type: 'User type',
      settings: 'SETTINGS',
      templates: 'USER TEMPLATES',
      section: 'Master Client',
      api: 'Edit API',
      tab: 'API TOKEN',
      activate: 'Activate API Account',
    },
  ],
  [
    { language: 'nl' },
    'nl',
    {
      menu: 'Gebruiker profiel',
      type: 'Type gebruiker',
      settings: 'INSTELLINGEN',
      templates: 'Gebruikerstemplates',
      section: 'Master Bedrijfslogin',
      api: 'API bewerken',
      tab: 'API token',
      activate: 'API account activeren',
    },
  ],
  [
    { language: 'nl', wording: 'other' },
    'nl',
    {
      menu: 'Gebruikersprofiel',
      type: 'Gebruikerstype',
      settings: 'INSTELLINGEN',
      templates: 'Template Users',
      section: 'Master Bedrijfslogin',
      api: 'API bewerken',
      tab: 'API-token',
      activate: 'API account activeren',
    },
  ],
  [
    { language: 'nl-en' },
    'nl',
    {
      menu: 'User Profile',
      type: 'User type',
      settings: 'INSTELLINGEN',
      templates: 'User templates',
      section: 'Master Bedrijfslogin',
      api: 'API bewerken',
      tab: 'API Token',
      activate: 'Activate API Account',
    },
  ],
  [
    { language: 'sv' },
    'sv',
    {
      menu: 'Användarprofil',
      type: 'Användartyp',
      settings: 'INSTÄLLNINGAR',
      templates: 'Användarmall',
      section: 'Master Client',
      api: 'Ändra API',
      tab: 'API token',
      activate: 'Aktivera API',
    },
  ],
  [
    { language: 'de' },
    'de',
    {
      menu: 'Meine Angaben',
      type: 'Art des Zugangs',
      settings: 'VERWALTUNG',
      templates: 'Vorlagen für Zugänge',
      section: 'Master Client',
      api: 'API bearbeiten',
      tab: 'Schnittstelle',
      activate: 'Schnittstelle freischalten',
    },
  ],
];

describe.each(labels)('the pages with %j', (switches, lang, steps) => {
  it.each(['A', 'B', 'C', 'D', 'E', 'F'])('in variant %s name every step', async (variant) => {
    await configure(sandbox, { ui: { ...switches, variant, token: 'inactive' } });
    const visitor = createVisitor(sandbox);
    const shell = await visitor.logIn();
    expect(shell).toContain(`<html lang="${lang}">`);
    expect(shell).toContain(steps.menu);
    expect(shell).toContain(steps.settings);
    const profile = await visitor.page('profile');
    expect(profile).toContain(steps.type);
    expect(profile).toContain('Administrator Gebruiker (Client)');
    expect(profile).toContain(steps.tab);
    expect(await visitor.page('profile/apitoken')).toContain(steps.activate);
    const settings = await visitor.page('settings/templateusers');
    expect(settings).toContain(steps.templates);
    expect(settings).toContain(steps.section);
    // B and D have bare pictures.
    if (!['B', 'D'].includes(variant)) expect(settings).toContain(steps.api);
    expect(await visitor.popup(103, '7')).toContain(lang === 'de' ? 'Dienste' : 'Webservices');
  });
});

describe('odd spaces', () => {
  it('stand in labels and in names', async () => {
    await configure(sandbox, { ui: { spaces: 'nbsp' } });
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    expect(await visitor.page('profile')).toContain('User\u00a0type');
    expect(await visitor.page('settings/templateusers')).toContain('Administrator\u00a0Gebruiker\u00a0(Client)');
    await configure(sandbox, { ui: { spaces: 'soft-hyphens' } });
    expect(await visitor.page('settings/templateusers')).toContain('Admi\u00adnistrator');
  });
});

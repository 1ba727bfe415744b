import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { configure, createVisitor, resetSandbox, uiState } from './visitor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 5, companies: 1 });
});
afterAll(() => sandbox.stop());
beforeEach(() => resetSandbox(sandbox));

const adminType = 'Administrator Gebruiker (Client)';

/** Logs in with these switches on. */
const visit = async (ui: Readonly<Record<string, unknown>> = {}) => {
  const answer = await configure(sandbox, { ui });
  if (answer.error !== undefined) throw new Error(answer.error);
  const visitor = createVisitor(sandbox);
  return { ...visitor, shell: await visitor.logIn() };
};

const count = (text: string, part: string): number => text.split(part).length - 1;
const section = (table: string, title: string): string => table.split(`>${title}<`)[1]?.split('class="grp"')[0] ?? '';

describe('the way in', () => {
  it('of somebody without a session leads to the log-in, and handlers say where it is', async () => {
    const stranger = createVisitor(sandbox);
    expect(await stranger.get('/')).toMatchObject({
      status: 302,
      location: '/applications/Common/Login.aspx?ReturnUrl=%2f',
    });
    expect(await stranger.get('/handlers/Dashlets/DashletHandler.ashx?dashlet=home')).toMatchObject({ status: 401 });
  });

  it('is closed to a wrong password', async () => {
    const stranger = createVisitor(sandbox);
    expect((await stranger.submitLogin('guess')).text).toContain('is not correct');
    expect((await stranger.get('/')).status).toBe(302);
  });

  it('may have two steps on a host of its own', async () => {
    await configure(sandbox, { ui: { login: 'two-step' } });
    const visitor = createVisitor(sandbox);
    const { location = '' } = await visitor.get('/applications/Common/Login.aspx');
    expect(new URL(location).hostname).toBe('login.nmbrs.localhost');
    const first = (await visitor.get(location)).text;
    expect(first).toContain('Next');
    expect(first).not.toContain('type="password"');
    expect(first).toContain('onetrust-banner-sdk');
    const second = (await visitor.form(location, { email: 'admin@acme.example' })).text;
    expect(second).toContain('type="password"');
    const landing = await visitor.form(location, { email: 'admin@acme.example', password: 'Welkom123!' });
    expect(landing.location).toContain('/applications/common/externalactions.aspx?login=nmbrs&ID=');
    expect((await visitor.get(landing.location ?? '')).location).toBe('/');
    expect(await visitor.enter()).toContain('admin@acme.example');
    expect((await createVisitor(sandbox).get(landing.location ?? '')).location).toContain('Login.aspx');
  });

  it('passes the profile picker where there are two profiles', async () => {
    await configure(sandbox, { ui: { profiles: 'two' } });
    const visitor = createVisitor(sandbox);
    const picker = '/applications/Common/AccountPicker.aspx';
    expect((await visitor.submitLogin()).location).toBe(picker);
    expect((await visitor.get('/')).location).toBe(picker);
    expect((await visitor.get(picker)).text).toContain('account-picker-profile');
    await visitor.form(picker, { profile: 'employee' });
    expect(await visitor.enter()).not.toContain('SETTINGS');
    await visitor.form(picker, { profile: 'admin' });
    expect(await visitor.enter()).toContain('SETTINGS');
  });

  it('ends in the employee’s own pages for an employee', async () => {
    const visitor = await visit({ profiles: 'employee' });
    expect(visitor.shell).toContain('PAYSLIPS');
    expect(visitor.shell).not.toContain('SETTINGS');
    const profile = await visitor.page('profile');
    expect(profile).toContain('Medewerker (System)');
    expect(profile).not.toContain('API Token');
    await expect(visitor.page('settings/templateusers')).rejects.toThrow();
  });

  it('is closed again after logging out, and when the session ends in the middle', async () => {
    const visitor = await visit({ endSessionAfter: 3 });
    // The shell was one request.
    await visitor.page('profile');
    await visitor.page('settings');
    expect((await visitor.get('/handlers/Dashlets/DashletHandler.ashx?dashlet=profile')).status).toBe(401);
    expect((await uiState(sandbox)).events.at(-1)).toEqual({ kind: 'session-ended' });
    await visitor.logIn();
    expect(await visitor.page('profile')).toContain(adminType);
    await visitor.get('/applications/Common/Logout.aspx');
    expect((await visitor.get('/')).status).toBe(302);
  });
});

describe('the shell', () => {
  it('has the icon’s name as text before the label', async () => {
    expect((await visit()).shell).toContain(
      '<i class="material-icons">settings</i><span class="card--list_text">SETTINGS</span>',
    );
  });

  it('has the address or a picture at the top right', async () => {
    expect((await visit()).shell).toMatch(/class="user">admin@acme.example/);
    const { shell } = await visit({ userMenu: 'icon' });
    expect(shell).toContain('account_circle');
    expect(shell).not.toContain('admin@acme.example');
  });

  it('may be without settings', async () => {
    expect((await visit({ settings: 'missing' })).shell).not.toContain('SETTINGS');
  });

  it('has the name of the environment for a title, whatever page is open', async () => {
    expect((await visit()).shell).toContain('<title>Acme Holding</title>');
  });

  it('with a strict policy forbids styles of others, and inline handlers where the page has none', async () => {
    await visit({ csp: 'strict', variant: 'C' });
    const policy = async (): Promise<unknown> => {
      const visitor = createVisitor(sandbox);
      await visitor.logIn();
      return (await visitor.get('/')).headers['content-security-policy'];
    };
    expect(await policy()).toMatch(/style-src 'self'; script-src 'self';/);
    await configure(sandbox, { ui: { variant: 'A' } });
    expect(await policy()).toMatch(/style-src 'self'; script-src 'self' 'unsafe-inline';/);
    await configure(sandbox, { ui: { csp: 'lax' } });
    expect(await policy()).toBeUndefined();
  });
});

describe('template users', () => {
  const table = async (ui: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    (await visit(ui)).page('settings/templateusers');

  it('stand in sections, the admin’s type under Master Client', async () => {
    const all = await table();
    for (const title of ['Master Client', 'Master Company login', 'Master Manager', 'Master Employee'])
      expect(all).toContain(`>${title}<`);
    expect(count(all, adminType)).toBe(1);
    expect(section(all, 'Master Client')).toContain(adminType);
  });

  it('may have it under the company login', async () => {
    const all = await table({ templates: 'company-login' });
    expect(section(all, 'Master Client')).not.toContain(adminType);
    expect(section(all, 'Master Company login')).toContain(adminType);
  });

  it('may have its name in two sections, twice in one, or nowhere', async () => {
    const two = await table({ templates: 'two-sections' });
    expect(section(two, 'Master Client')).toContain(adminType);
    expect(section(two, 'Master Company login')).toContain(adminType);
    expect(count(section(await table({ templates: 'equal-rows' }), 'Master Client'), adminType)).toBe(2);
    expect(await table({ templates: 'missing' })).not.toContain(adminType);
  });

  it('may be read only: nothing to press', async () => {
    const all = await table({ templates: 'read-only' });
    expect(all).toContain(adminType);
    expect(all).not.toContain('OpenPopup');
  });

  it('in an accountant’s environment have a section more, or only that one', async () => {
    const visitor = await visit({ edition: 'accountant' });
    expect(await visitor.page('home')).toContain('Debtors');
    const all = await visitor.page('settings/templateusers');
    expect(section(all, 'Master Accountant')).toContain('Accountant (System)');
    expect(all).toContain('>Master Client<');
    expect(await visitor.page('profile')).toContain('Accountant (System)');
    const only = await table({ templates: 'accountant-only' });
    expect(only).toContain('>Master Accountant<');
    expect(only).not.toContain('>Master Client<');
  });

  it('show a hostile name as what it is', async () => {
    const userType = '<img src=x onerror="alert(1)">';
    for (const variant of ['A', 'B', 'C', 'E', 'F']) {
      const visitor = await visit({ variant, userType });
      for (const page of [
        await visitor.page('settings/templateusers'),
        await visitor.page('profile'),
        await visitor.popup(103, '7'),
      ]) {
        expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
        expect(page).not.toContain('<img src=x');
      }
    }
  });

  it('can be made, with every right on', async () => {
    const visitor = await visit();
    await visitor.act('create-template', {
      popupwindow_template_name: 'Koppeling Javelo',
      popupwindow_template_type: 'client',
    });
    expect(section(await visitor.page('settings/templateusers'), 'Master Client')).toContain('Koppeling Javelo');
    const made = (await uiState(sandbox)).templates.find(({ name }) => name === 'Koppeling Javelo');
    expect(made).toMatchObject({ section: 'client', off: [] });
  });

  it('applied to users is an event, and asks before', async () => {
    const visitor = await visit();
    expect(await visitor.popup(106)).toContain('their own layout is lost');
    expect((await uiState(sandbox)).events.map(({ kind }) => kind)).not.toContain('apply-template');
    await visitor.act('apply-template');
    expect((await uiState(sandbox)).events.map(({ kind }) => kind)).toContain('apply-template');
  });

  it('open their rights in a popup or on a page', async () => {
    expect(await table()).toContain(`OpenPopup(103,&#39;7&#39;)`);
    const visitor = await visit({ rightsIn: 'page' });
    expect(await visitor.page('settings/templateusers')).toContain(`LoadDashlet(&#39;settings/api-7&#39;)`);
    expect(await visitor.page('settings/api-7')).toContain('Webservices');
  });
});

describe('what was opened', () => {
  it('is told apart, dashboard from API', async () => {
    const visitor = await visit();
    await visitor.popup(101, '7');
    await visitor.popup(103, '5');
    expect((await uiState(sandbox)).events.slice(-2)).toEqual([
      { kind: 'popup', popup: 'dashboard', template: adminType },
      { kind: 'popup', popup: 'api', template: '(Scenario 3) General Manager Payroll & HR' },
    ]);
  });
});

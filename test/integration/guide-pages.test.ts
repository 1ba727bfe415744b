import { request } from 'node:http';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtPage } from '../../utils/guide/page/page-index.ts';
import { type PageReading, readPage } from '../../utils/guide/read/page-state.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { NmbrsPages } from '../support/nmbrs-admin.ts';
import { pageOf } from '../unit/guide/look.ts';

/** Asks the Nmbrs pages over HTTP under their own host, which no resolver needs to know. */
class Visitor {
  private readonly at: URL;
  private cookie = '';
  private forgery = '';

  constructor(app: string) {
    this.at = new URL(app);
  }

  ask(
    path: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; body: string; cookies: string[] }> {
    const body = form && new URLSearchParams(form).toString();
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port: this.at.port,
          path,
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            Host: this.at.host,
            Cookie: this.cookie,
            __antixsrftoken: this.forgery,
            ...(body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
          },
        },
        (answer) => {
          let text = '';
          answer.on('data', (part) => (text += part));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, body: text, cookies: answer.headers['set-cookie'] ?? [] }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  async logIn(): Promise<string> {
    const { cookies } = await this.ask('/applications/Common/Login.aspx', {
      ctl00$ContentPlaceHolder2$txtEmail: 'admin@acme.example',
      ctl00$ContentPlaceHolder2$txtPassword: 'Welkom123!',
    });
    this.cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    return (await this.ask('/')).body;
  }

  async content(dashlet: string): Promise<string> {
    const { body } = await this.ask(`/handlers/dashlets/dashlethandler.ashx?dashlet=${dashlet}`);
    return (JSON.parse(body) as { content: string }).content;
  }
}

const languages = ['en', 'nl', 'nl-en', 'sv', 'de'] as const;
const forms = (['A', 'B', 'C', 'D', 'E', 'F'] as const).flatMap((variant) =>
  languages.flatMap((language) =>
    (['usual', 'other'] as const).map((wording, at) => ({
      variant,
      language,
      wording,
      spaces: at === 0 ? 'nbsp' : 'soft-hyphens',
    })),
  ),
);

const { Node, HTMLElement, HTMLSelectElement, ShadowRoot, CSS } = new Window();
Object.assign(globalThis, { Node, HTMLElement, HTMLSelectElement, ShadowRoot, CSS });

/** The pages as the server writes them, without layout: what needs places on the screen is tested in the browsers. */
describe('the pages of the sandbox', () => {
  let sandbox: Sandbox;
  let nmbrs: NmbrsPages;
  beforeAll(async () => {
    sandbox = await startSandbox({ employees: 5 });
    nmbrs = new NmbrsPages(sandbox.ready);
  });
  afterAll(() => sandbox.stop());

  async function visit(ui: Readonly<Record<string, unknown>>) {
    await nmbrs.reset();
    await nmbrs.set({ ui });
    const visitor = new Visitor(sandbox.ready.nmbrs.app);
    const shell = await visitor.logIn();
    return async (dashlet: string | null): Promise<PageReading> => {
      const page = pageOf(/<body[^>]*>([\s\S]*)<\/body>/.exec(shell)?.[1] ?? '');
      const place = page.querySelector('main') ?? page.body;
      if (dashlet) place.innerHTML = await visitor.content(dashlet);
      return readPage(lookAtPage(page), '/');
    };
  }

  describe.each(forms)('$variant, $language, $wording words', (form) => {
    // The German labels are in no source: there the guide only tells the way.
    const known = form.language !== 'de';

    it('tells the pages apart', async () => {
      const read = await visit({ ...form, token: 'active' });
      const states = [];
      // In B and D a value is found by its place beside the label, which only a browser knows.
      const placed = form.variant === 'B' || form.variant === 'D';
      for (const dashlet of [
        null,
        'profile',
        'settings',
        'settings/templateusers',
        ...(placed ? [] : ['profile/apitoken']),
      ]) {
        states.push((await read(dashlet)).state);
      }
      expect(states).toEqual(
        known
          ? ['shell', 'profile', 'settings', 'templateList', ...(placed ? [] : ['tokenVisible'])]
          : ['unknown', 'unknown', 'unknown', 'templateList', ...(placed ? [] : ['unknown'])],
      );
    });

    if (known)
      it('tells the states of the token tab apart', async () => {
        for (const [ui, state] of [
          [{ token: 'inactive' }, 'tokenInactive'],
          [{ token: 'hidden' }, 'tokenHidden'],
          [{ tokenTab: 'missing' }, 'profileNoTokenTab'],
        ] as const) {
          const read = await visit({ ...form, ...ui });
          expect((await read(state === 'profileNoTokenTab' ? 'profile' : 'profile/apitoken')).state).toBe(state);
        }
      });

    it('finds every template with its section, and no cog but that of the API', async () => {
      const read = await visit(form);
      const { rows } = (await read('settings/templateusers')).templates;
      const client = rows.filter(({ section }) => section === 'masterClient');
      expect(client.map(({ name }) => name)).toContain('Administrator Gebruiker (Client)');
      expect(client.length).toBeGreaterThan(3);
      for (const { cog, name } of rows) {
        expect(cog, name).not.toBeNull();
        expect(cog?.element.outerHTML, name).toMatch(/\b103\b/);
      }
    });
  });

  it.each(['A', 'C', 'E', 'F'])('%s: the user type', async (variant) => {
    const read = await visit({ variant, userType: '<img src=x onerror=alert(1)>' });
    expect((await read('profile')).profile.userType).toBe('<img src=x onerror=alert(1)>');
  });

  it.each(['A', 'B', 'C', 'D', 'E', 'F'])('%s: a list that may only be looked at has no cogs', async (variant) => {
    const read = await visit({ variant, templates: 'read-only' });
    const { rows } = (await read('settings/templateusers')).templates;
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ cog }) => cog !== null)).toEqual([]);
  });

  it('the profile picker and the log-in', async () => {
    const visitor = new Visitor(sandbox.ready.nmbrs.app);
    await nmbrs.reset();
    const login = (await visitor.ask('/applications/Common/Login.aspx')).body;
    expect(readPage(lookAtPage(pageOf(login)), '/applications/Common/Login.aspx').state).toBe('loggedOut');
    await nmbrs.set({ ui: { profiles: 'two' } });
    await visitor.logIn();
    const picker = (await visitor.ask('/applications/Common/AccountPicker.aspx')).body;
    expect(readPage(lookAtPage(pageOf(picker)), '/applications/Common/AccountPicker.aspx').state).toBe('profilePicker');
    await nmbrs.reset();
    await nmbrs.set({ ui: { profiles: 'employee' } });
    expect(readPage(lookAtPage(pageOf(await visitor.logIn())), '/').state).toBe('employeeOnly');
  });
});

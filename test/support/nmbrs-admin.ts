import type { Page } from 'puppeteer-core';
import { wantedPermissions } from '../../utils/core/permissions/catalogue.ts';
import type { Companion } from '../browser/companion.ts';
import { CompanionPage, eventually } from '../browser/companion-page.ts';
import { PageCard } from '../browser/page-card.ts';
import type { SandboxReady } from './sandbox-control.ts';

/** What was done on the Nmbrs pages, as the sandbox saw it. */
export interface NmbrsEvent {
  readonly kind: string;
  readonly service?: string;
  readonly method?: string;
  readonly template?: string;
  readonly from?: boolean;
  readonly to?: boolean;
  readonly refused?: boolean;
}

/** The Nmbrs side of the sandbox, for tests of its pages. */
export class NmbrsPages {
  private readonly ready: SandboxReady;

  constructor(ready: SandboxReady) {
    this.ready = ready;
  }

  async set(profile: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await fetch(`${this.ready.control}/profile`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(profile),
    });
    if (!answer.ok) throw new Error(`The sandbox refuses ${JSON.stringify(profile)}: ${await answer.text()}`);
  }

  async reset(): Promise<void> {
    await fetch(`${this.ready.control}/reset`, { method: 'POST' });
  }

  async events(): Promise<readonly NmbrsEvent[]> {
    const state = (await (await fetch(`${this.ready.control}/state`)).json()) as {
      nmbrs: { ui: { events: NmbrsEvent[] } };
    };
    return state.nmbrs.ui.events;
  }

  /** What the guide has to switch on in the admin's own template: wanted by the companion, and off. */
  async missing(): Promise<readonly string[]> {
    const state = (await (await fetch(`${this.ready.control}/state`)).json()) as {
      nmbrs: { ui: { ownTemplate: string; templates: { id: string; off: string[] }[] } };
    };
    const { ownTemplate, templates } = state.nmbrs.ui;
    const off = templates.find(({ id }) => id === ownTemplate)?.off ?? [];
    return off.filter((right) => wanted.has(right)).map((right) => `${right} on`);
  }

  /** Everything that was switched, as `Service.Method on`. */
  async switches(): Promise<readonly string[]> {
    return (await this.events())
      .filter(({ kind }) => kind === 'switch')
      .map(({ service, method, to }) => `${service}.${method} ${to ? 'on' : 'off'}`);
  }
}

const wanted = new Set(
  wantedPermissions.filter(({ need }) => need !== 'optional').map(({ service, method }) => `${service}.${method}`),
);

const login = { email: 'admin@acme.example', password: 'Welkom123!' };

/** Opens Nmbrs with the guide from the companion's own page, and gives the tab with its card. */
export async function startGuide(companion: Companion, ready: SandboxReady): Promise<PageCard> {
  const { browser } = companion.driver;
  const options = await companion.openOptions('connection');
  await endTours(options.page);
  await options.type('guide-address', ready.nmbrs.app);
  const before = new Set(await browser.pages());
  await options.click('guide-start');
  const page = await eventually(
    'the Nmbrs tab',
    async () =>
      (await browser.pages()).find((each) => !before.has(each) && each.url().startsWith(ready.nmbrs.app)) ?? null,
  );
  await options.close();
  await page.bringToFront();
  await page.setViewport({ width: 1280, height: 900, deviceScaleFactor: 1 });
  return new PageCard(companion, page);
}

type BackgroundApi = {
  runtime: { sendMessage(message: unknown): Promise<{ data: { tours: { tabId: number }[] } }> };
};

/** Ends every tour, also of tabs that were closed: the companion goes on where a tenant's last tour was. */
async function endTours(options: Page): Promise<void> {
  await options.evaluate(async () => {
    const { browser } = globalThis as typeof globalThis & { browser: BackgroundApi };
    const { tours } = (await browser.runtime.sendMessage({ name: 'guide.list', request: null })).data;
    for (const { tabId } of tours) await browser.runtime.sendMessage({ name: 'guide.stop', request: { tabId } });
  });
}

/** Logs in as the admin does. */
export async function logIn(page: Page): Promise<void> {
  await page.waitForSelector('input[type=password]');
  const [email] = await page.$$(
    'input:not([type=password]):not([type=hidden]):not([type=submit]):not([type=checkbox])',
  );
  if (!email) throw new Error('The login has no field for an e-mail address');
  await email.type(login.email);
  await page.type('input[type=password]', login.password);
  await page.keyboard.press('Enter');
}

/** Does what the card says with the mouse, step by step, until it says one of `ends`. Gives every sentence it said. */
export async function followCard(
  card: PageCard,
  ends: readonly string[],
  seen: (say: string) => Promise<void> = async () => {},
): Promise<readonly string[]> {
  const said: string[] = [];
  let inVain = 0;
  for (let step = 0; step < 40; step += 1) {
    const say = await card.waitSays(...everySay, ...ends);
    inVain = said.at(-1) === say ? inVain + 1 : 0;
    if (inVain > 3) throw new Error(`Nothing comes of ${said.join(' → ')}: ${await card.text('guide-card')}`);
    if (said.at(-1) !== say) {
      said.push(say);
      await seen(say);
    }
    if (ends.includes(say)) return said;
    await answerCard(card, say);
    await changed(card, say);
  }
  throw new Error(`The card did not come to ${ends.join(' or ')}: ${said.join(' → ')}`);
}

const everySay = [
  'openUserMenu',
  'openProfile',
  'openProfileTab',
  'chooseRoute',
  'openSettings',
  'openGroup',
  'openTemplates',
  'openCog',
  'readServices',
  'switchOn',
  'rightsDone',
  'rightsDoneSave',
  'openTokenTab',
  'activate',
  'tokenHidden',
];

async function answerCard(card: PageCard, say: string): Promise<void> {
  if (say === 'chooseRoute') return card.click('guide-routeMine');
  if (say === 'readServices') return card.click('guide-readServices');
  if (say === 'switchOn') {
    await card.click('guide-switchOn');
    return card.click('guide-yes');
  }
  const at = await eventually(`the ring for ${say}`, () => card.ringAt());
  await card.page.mouse.click(at.x, at.y);
}

/** Waits for the card to say something else; a click that led nowhere is tried again by whoever follows it, as an admin would. */
async function changed(card: PageCard, say: string): Promise<void> {
  await eventually(
    `another sentence than ${say}`,
    async () => {
      const now = await card.says();
      return now !== null && now !== say && !(await card.busy()) ? true : null;
    },
    15_000,
  ).catch(() => null);
}

/** Agrees in the window that the companion opens, and waits until the token is taken over. */
export async function giveConsent(companion: Companion, app: string): Promise<CompanionPage> {
  const page = companion.kind === 'firefox' ? await openConsent(companion, app) : await consentWindow(companion);
  const consent = new CompanionPage(page);
  await page.bringToFront();
  await consent.click('consent-agree');
  await consent.waitText('consent-done', /\S/);
  return consent;
}

function consentWindow({ driver: { browser, origin } }: Companion): Promise<Page> {
  return eventually(
    'the consent window',
    async () => (await browser.pages()).find((each) => each.url().startsWith(`${origin}/consent.html`)) ?? null,
  );
}

/** No protocol of Firefox lists the windows that an extension opens; the same page is opened in a tab. */
async function openConsent(companion: Companion, app: string): Promise<Page> {
  const options = await companion.openOptions('connection');
  const tabId = await options.page.evaluate(async () => {
    const { browser } = globalThis as typeof globalThis & { browser: BackgroundApi };
    return (await browser.runtime.sendMessage({ name: 'guide.list', request: null })).data.tours[0]?.tabId;
  });
  await options.close();
  const { driver } = companion;
  const page = await driver.browser.newPage();
  await driver.navigate(page, `${driver.origin}/consent.html#/${tabId}/${encodeURIComponent(new URL(app).origin)}`);
  return page;
}

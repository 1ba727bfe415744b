import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { findBrowser } from '../../browser/find-browser.ts';
import { startChromium } from '../../browser/launch-chromium.ts';
import type { PageEvent } from '../../sandbox/nmbrs/pages/events.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { NmbrsPages } from '../nmbrs-admin.ts';
import { SandboxControl } from '../sandbox-control.ts';
import type { Step, Walker } from './in-page.ts';

/** The password of the sandbox's admin (test/sandbox/nmbrs/pages/README.md). */
const password = 'Welkom123!';

/** The guide's in-page part as one script. */
async function bundle(): Promise<string> {
  const entry = fileURLToPath(new URL('in-page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'inPage' } },
  });
  const [first] = [built].flat();
  if (!first || !('output' in first)) throw new Error('Nothing was built');
  return first.output[0].code;
}

/** A tab on the pages of Nmbrs with the guide in it, and a sandbox of its own. */
export class GuideVisit {
  readonly page: Page;
  readonly nmbrs: NmbrsPages;
  private readonly sandbox: Sandbox;

  constructor(page: Page, sandbox: Sandbox) {
    this.page = page;
    this.sandbox = sandbox;
    this.nmbrs = new NmbrsPages(sandbox.ready);
  }

  /** Calls the guide in the page. */
  async ask<K extends keyof Walker>(name: K, ...args: Parameters<Walker[K]>): Promise<Awaited<ReturnType<Walker[K]>>> {
    return (await this.page.evaluate(
      (method, given) => {
        const { walker } = globalThis as unknown as { walker: Record<string, (...all: unknown[]) => unknown> };
        return walker[method]?.(...given);
      },
      name,
      args as unknown[],
    )) as Awaited<ReturnType<Walker[K]>>;
  }

  walkTo(...ends: readonly string[]): Promise<readonly Step[]> {
    return this.ask('walkTo', ends);
  }

  /** Walks on, and gives where it came to. */
  async comeTo(...ends: readonly string[]): Promise<Step> {
    const last = (await this.walkTo(...ends)).at(-1);
    if (!last) throw new Error('No step was taken');
    return last;
  }

  async open(): Promise<void> {
    await this.page.goto(this.sandbox.ready.nmbrs.app, { waitUntil: 'domcontentloaded' });
  }

  async logIn(): Promise<void> {
    const { email } = this.sandbox.ready.nmbrs;
    await this.page.waitForSelector('input[type=password]');
    const arrived = this.page.waitForNavigation({ waitUntil: 'domcontentloaded' });
    await this.page.evaluate(
      (address, secret) => {
        const field = document.querySelector<HTMLInputElement>('input[type=password]');
        const other = [...document.querySelectorAll<HTMLInputElement>('input')].find(
          ({ type }) => type === 'text' || type === 'email',
        );
        if (!field || !other) throw new Error('No log-in');
        other.value = address;
        field.value = secret;
        document.querySelector<HTMLElement>('[type=submit]')?.click();
      },
      email,
      password,
    );
    await arrived;
  }

  async events(): Promise<readonly PageEvent[]> {
    return (await new SandboxControl(this.sandbox.ready).state()).nmbrs.ui.events;
  }

  /** `EmployeeService.List_GetByCompany on`, sorted. */
  async switches(): Promise<readonly string[]> {
    return [...(await this.nmbrs.switches())].sort();
  }

  async missing(): Promise<readonly string[]> {
    return [...(await this.nmbrs.missing())].sort();
  }

  configure(ui: Readonly<Record<string, unknown>>): Promise<void> {
    return this.nmbrs.set({ ui });
  }
}

/** One Chromium for all tests of a file; each visit has a sandbox and a tab of its own, so that several go on at a time. */
export function useGuideVisits() {
  let browser: Browser | undefined;
  let script = '';
  beforeAll(async () => {
    [browser, script] = await Promise.all([
      startChromium({ executable: findBrowser('chromium'), headless: true }),
      bundle(),
    ]);
  });
  afterAll(() => browser?.close());

  return {
    /** Sets the switches, opens the application with a log-in unless told otherwise, and gives what is done there. */
    async visit<T>(
      ui: Readonly<Record<string, unknown>>,
      work: (visit: GuideVisit) => Promise<T>,
      { loggedIn = true } = {},
    ): Promise<T> {
      if (!browser) throw new Error('It starts in beforeAll');
      const sandbox = await startSandbox({ employees: 1, companies: 1 });
      const context = await browser.createBrowserContext();
      try {
        const page = await context.newPage();
        await page.setViewport({ width: 1280, height: 900 });
        await page.evaluateOnNewDocument(`if (window.top === window) {${script}}`);
        const visit = new GuideVisit(page, sandbox);
        await visit.nmbrs.set({ rights: 'limited', ui });
        await visit.open();
        if (loggedIn) await visit.logIn();
        return await work(visit);
      } finally {
        await context.close();
        await sandbox.stop();
      }
    },
  };
}

/** The last one is where the rights of the admin's own template are in some environments. */
const pages = ['home', 'profile', 'profile/apitoken', 'settings', 'settings/templateusers', 'settings/api-7'];

/** Everything that was done on the pages besides what leads to the rights of this template and to the token. */
export function wrongDeeds(events: readonly PageEvent[], template: string): readonly PageEvent[] {
  return events.filter((event) => {
    switch (event.kind) {
      case 'login':
      case 'session-ended':
      case 'profile':
      case 'activate-api':
      case 'rights-read':
        return false;
      case 'page':
        return !pages.includes(event.page);
      case 'popup':
        return event.template !== template || event.popup !== 'api';
      case 'switch':
        return event.template !== template;
      default:
        return true;
    }
  });
}

import type { Browser, BrowserContext } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { findBrowser } from '../../browser/find-browser.ts';
import { startChromium } from '../../browser/launch-chromium.ts';
import type { PageEvent } from '../../sandbox/nmbrs/pages/events.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { NmbrsVisitor } from '../../support/nmbrs-visitor.ts';
import { SandboxControl } from '../../support/sandbox-control.ts';
import { callSoap } from '../../unit/sandbox/soap-caller.ts';

export const ownType = 'Administrator Gebruiker (Client)';

/** A sandbox and a Chromium for the tests of one file; every visit begins with nothing remembered. */
export const useNmbrsPages = () => {
  let sandbox: Sandbox | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    sandbox = await startSandbox({ employees: 5, companies: 1 });
    browser = await startChromium({ executable: findBrowser('chromium'), headless: true });
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
  });
  const running = (): Sandbox => {
    if (!sandbox) throw new Error('The sandbox starts in beforeAll');
    return sandbox;
  };

  const control = (): SandboxControl => new SandboxControl(running().ready);
  const events = async (): Promise<readonly PageEvent[]> => (await control().state()).nmbrs.ui.events;

  return {
    /** Sets the switches and logs in; the console's errors and warnings are kept. */
    arrive: async (ui: Readonly<Record<string, unknown>> = {}) => {
      if (!browser) throw new Error('The browser starts in beforeAll');
      await control().reset();
      await control().switchProfile({ rights: 'limited', ui });
      context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport({ width: 1280, height: 900 });
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
      });
      const admin = new NmbrsVisitor(page, running().ready);
      await admin.enter();
      return { admin, page, complaints };
    },
    configure: (ui: Readonly<Record<string, unknown>>) => control().switchProfile({ ui }),
    /** The code with which SOAP refuses a call; undefined where it answers. */
    refusal: async (service: string, operation: string, token?: string): Promise<string | undefined> =>
      /---&gt; (\d{4})/.exec(
        (await callSoap(running(), { service, operation, ...(token === undefined ? {} : { token }) })).text,
      )?.[1],
    events,
    /** `EmployeeService.EmployeeType_GetList → true`, of the admin's own template unless it says otherwise. */
    switched: async (): Promise<readonly string[]> =>
      (await events()).flatMap((event) =>
        event.kind === 'switch'
          ? [`${event.templateId === 7 ? '' : `${event.template}: `}${event.service}.${event.method} → ${event.to}`]
          : [],
      ),
  };
};

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserKind, browserKinds } from '../browser/browser-kind.ts';
import { buildExtension } from '../browser/build-extension.ts';
import { type BrowserDriver, Companion } from '../browser/companion.ts';
import type { CompanionPage } from '../browser/companion-page.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { launchDriver } from '../browser/launch.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { lastRun, waitForEnd } from '../support/admin.ts';
import { ask } from '../support/ask-background.ts';
import { differencesNow } from '../support/compare-expected.ts';
import { SandboxControl } from '../support/sandbox-control.ts';
import { unpackPastRelease } from '../upgrade/past-release.ts';

// One folder for both releases: an unpacked extension is known by its folder, and so keeps what it stored.
const home = mkdtempSync(join(tmpdir(), 'companion-upgrade-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The browser in the life that an update finds it in: Chromium is closed and opened again, Firefox is updated while it runs. */
function profileOf(kind: BrowserKind) {
  const extension = join(home, kind);
  const profile = join(home, `${kind}-profile`);
  const options = { executable: findBrowser(kind), extension, headless: true };
  let driver: BrowserDriver | null = null;
  const close = async (): Promise<void> => {
    await driver?.browser.close();
    driver = null;
  };
  return {
    extension,
    close,
    /** Opens the popup of the release that lies in the folder now. */
    open: async (): Promise<CompanionPage> => {
      if (kind === 'chromium') await close();
      // What Firefox was told to install for a session goes with the session.
      else await driver?.browser.installExtension(extension);
      driver ??= await launchDriver(kind, kind === 'chromium' ? { ...options, profile } : options);
      return new Companion(driver, await driver.browser.version()).openPopup();
    },
  };
}

interface Kept {
  readonly connection: unknown;
  readonly runs: readonly { readonly id: string; readonly state: string; readonly counts: unknown }[];
  readonly log: { readonly entries: readonly unknown[] };
}

async function read(page: CompanionPage): Promise<Kept> {
  const runs = await ask<Kept['runs']>(page, 'runs.list', { limit: 10 });
  const log = await ask<Kept['log']>(page, 'log.query', { limit: 200 });
  return { connection: await ask(page, 'connection.get', null), runs, log };
}

describe.each(browserKinds)('in %s', (kind) => {
  let sandbox: Sandbox;
  const profile = profileOf(kind);
  beforeAll(async () => {
    sandbox = await startSandbox({ employees: 40 });
  });
  afterAll(async () => {
    await profile.close();
    await sandbox?.stop();
  });

  it('a profile of the release before opens in this one, with everything kept', { timeout: 180_000 }, async () => {
    const { nmbrs, javelo } = sandbox.ready;
    const control = new SandboxControl(sandbox.ready);

    unpackPastRelease(kind, profile.extension);
    const past = await profile.open();
    const { domain, email, token, api } = nmbrs;
    await ask(past, 'connection.saveSource', { domainText: domain, email, token, apiUrl: api, remember: true });
    const target = { addressText: javelo.scim, token: javelo.token, profile: 'javelo', remember: true };
    await ask(past, 'connection.saveTarget', target);
    await ask(past, 'runs.start', { mode: 'live' });
    await waitForEnd(past, null);
    const before = await read(past);
    expect(before.runs).toMatchObject([{ state: 'succeeded' }]);
    expect(before.log.entries.length).toBeGreaterThan(20);
    const writes = await control.writes();

    const built = await buildExtension(kind, 'e2e');
    rmSync(profile.extension, { recursive: true });
    cpSync(built, profile.extension, { recursive: true });
    const page = await profile.open();
    const after = await read(page);
    // What this release adds may stand beside it; what was there is the same.
    expect(after.connection).toMatchObject(before.connection as object);
    expect(after.runs).toMatchObject(before.runs as object[]);
    expect(after.log.entries).toMatchObject(before.log.entries as object[]);
    // The links are kept too: nobody is created or written again, and the tokens still open both doors.
    const first = await lastRun(page);
    await ask(page, 'runs.start', { mode: 'live' });
    expect(await waitForEnd(page, first?.id ?? null)).toMatchObject({ kind: 'incremental', state: 'succeeded' });
    expect(await control.writes()).toBe(writes);
    expect(await differencesNow(control)).toEqual([]);
  });
});

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildExtension } from '../browser/build-extension.ts';
import { Companion } from '../browser/companion.ts';
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
const extension = join(home, 'extension');
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 40 });
});
afterAll(async () => {
  await sandbox?.stop();
  rmSync(home, { recursive: true, force: true });
});

async function withCompanion<T>(use: (page: CompanionPage) => Promise<T>): Promise<T> {
  const profile = join(home, 'profile');
  const driver = await launchDriver('chromium', {
    executable: findBrowser('chromium'),
    extension,
    headless: true,
    profile,
  });
  try {
    return await use(await new Companion(driver, await driver.browser.version()).openPopup());
  } finally {
    await driver.browser.close();
  }
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

it('a profile of the release before opens in this one, with everything kept', { timeout: 180_000 }, async () => {
  const { nmbrs, javelo } = sandbox.ready;
  const control = new SandboxControl(sandbox.ready);

  unpackPastRelease(extension);
  const before = await withCompanion(async (page) => {
    const { domain, email, token, api } = nmbrs;
    await ask(page, 'connection.saveSource', { domainText: domain, email, token, apiUrl: api, remember: true });
    const target = { addressText: javelo.scim, token: javelo.token, profile: 'javelo', remember: true };
    await ask(page, 'connection.saveTarget', target);
    await ask(page, 'runs.start', { mode: 'live' });
    await waitForEnd(page, null);
    return read(page);
  });
  expect(before.runs).toMatchObject([{ state: 'succeeded' }]);
  expect(before.log.entries.length).toBeGreaterThan(20);
  const writes = await control.writes();

  rmSync(extension, { recursive: true });
  cpSync(await buildExtension('chromium', 'e2e'), extension, { recursive: true });
  await withCompanion(async (page) => {
    const after = await read(page);
    // What this release adds may stand beside it; what was there is the same.
    expect(after.connection).toMatchObject(before.connection as object);
    expect(after.runs).toMatchObject(before.runs as object[]);
    expect(after.log.entries).toMatchObject(before.log.entries as object[]);
    // The links are kept too: nobody is created or written again, and the tokens still open both doors.
    const first = await lastRun(page);
    await ask(page, 'runs.start', { mode: 'live' });
    expect(await waitForEnd(page, first?.id ?? null)).toMatchObject({ kind: 'incremental', state: 'succeeded' });
  });
  expect(await control.writes()).toBe(writes);
  expect(await differencesNow(control)).toEqual([]);
});

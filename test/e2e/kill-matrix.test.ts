import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { buildExtension } from '../browser/build-extension.ts';
import { Companion } from '../browser/companion.ts';
import type { CompanionPage } from '../browser/companion-page.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { launchDriver } from '../browser/launch.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { ask } from '../support/ask-background.ts';
import { deathPoints } from '../support/death-points.ts';
import { expectTheSameEnd, startAfresh, untilStruck } from '../support/death-story.ts';
import { SandboxControl } from '../support/sandbox-control.ts';

// One folder and one profile for every life: an unpacked extension is known by its folder, and so keeps what it stored.
const home = mkdtempSync(join(tmpdir(), 'companion-deaths-'));
const extension = join(home, 'extension');
let sandbox: Sandbox;
let control: SandboxControl;
let companion: Companion;
let page: CompanionPage;

async function openBrowser(): Promise<void> {
  const options = { executable: findBrowser('chromium'), extension, headless: true, profile: join(home, 'profile') };
  const driver = await launchDriver('chromium', options);
  companion = new Companion(driver, await driver.browser.version());
  page = await companion.openPopup();
}

/** Ways to die. After each of them a page of the companion is open again. */
const deaths = {
  'the worker is killed': () => companion.driver.killWorker(),
  'the browser is closed and opened again': async () => {
    await companion.close();
    await openBrowser();
  },
  // What an update in the middle of a run does: everything is gone at once, the pages too.
  'the extension is updated': async () => {
    await companion.driver.browser.installExtension(extension);
    page = await companion.openPopup();
  },
} as const;

beforeAll(async () => {
  cpSync(await buildExtension('chromium', 'e2e'), extension, { recursive: true });
  sandbox = await startSandbox({ employees: 8 });
  control = new SandboxControl(sandbox.ready);
  await openBrowser();
});

afterAll(async () => {
  await companion?.close();
  await sandbox?.stop();
  rmSync(home, { recursive: true, force: true });
});

describe.each(Object.entries(deaths))('%s', (_name, die) => {
  it.each(deathPoints)('$name: the end is the same', async (point) => {
    await startAfresh(page, sandbox.ready);
    await control.setFaults([point.rule]);
    await ask(page, 'runs.start', { mode: 'live' });
    await untilStruck(control);
    await die();
    await expectTheSameEnd(page, control, point);
  });
});

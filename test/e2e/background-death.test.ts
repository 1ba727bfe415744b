import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Companion } from '../browser/companion.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { launchCompanion } from '../browser/launch.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { ask } from '../support/ask-background.ts';
import { deathPoints } from '../support/death-points.ts';
import { expectTheSameEnd, startAfresh, untilStruck } from '../support/death-story.ts';
import { SandboxControl } from '../support/sandbox-control.ts';

let sandbox: Sandbox;
let control: SandboxControl;
let companion: Companion;
let page: CompanionPage;

beforeAll(async () => {
  sandbox = await startSandbox({ employees: 8 });
  control = new SandboxControl(sandbox.ready);
  companion = await launchCompanion('firefox');
  page = await companion.openPopup();
});

afterAll(async () => {
  await companion?.close();
  await sandbox?.stop();
});

// This is what Firefox itself calls when its idle timer has run out; waiting for that timer proved unsteady under automation.
it.each(deathPoints)('Firefox ends the background $name: the end is the same', async (point) => {
  await startAfresh(page, sandbox.ready);
  await control.setFaults([point.rule]);
  await ask(page, 'runs.start', { mode: 'live' });
  await untilStruck(control);
  const life = await companion.driver.workerLife();
  await companion.driver.killWorker();
  await expectTheSameEnd(page, control, point);
  expect(await companion.driver.workerLife()).not.toBe(life);
});

describe('Firefox whose background may idle for two seconds only', () => {
  let idling: Companion;

  beforeAll(async () => {
    idling = await launchCompanion('firefox', { prefs: { 'extensions.background.idle.timeout': 2_000 } });
  });

  afterAll(() => idling?.close());

  // Its own timer, its own second thoughts: what the companion does to stay alive is meant for thirty seconds.
  it('dies of idleness while an answer takes its time: the end is the same', async () => {
    const popup = await idling.openPopup();
    await startAfresh(popup, sandbox.ready);
    const takesItsTime = { kind: 'delay', ms: 10_000 };
    await control.setFaults([{ system: 'javelo', match: { method: 'POST' }, after: 3, times: 1, fault: takesItsTime }]);
    await ask(popup, 'runs.start', { mode: 'live' });
    const life = await idling.driver.workerLife();
    await untilStruck(control);
    await eventually('the background to die', async () => ((await idling.driver.workerLife()) === life ? null : true));
    await expectTheSameEnd(popup, control);
  });
});

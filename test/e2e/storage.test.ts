import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Companion } from '../browser/companion.ts';
import type { CompanionPage } from '../browser/companion-page.ts';
import { launchCompanion } from '../browser/launch.ts';
import { ask } from '../support/ask-background.ts';
import { expectTheSameEnd, startAfresh, untilStruck } from '../support/death-story.ts';
import { fullDisk, setFull } from '../support/full-disk.ts';
import { useStage } from './stage.ts';

describe('a Firefox with private windows only, which let nothing be kept', () => {
  let companion: Companion;

  beforeAll(async () => {
    companion = await launchCompanion('firefox', { isPrivate: true, welcome: 'keep' });
  });

  afterAll(() => companion?.close());

  it('the popup and the dashboard say so, and what to do', async () => {
    const popup = await companion.openPopup();
    expect(await popup.waitText('error', /does not let the companion keep anything/)).toMatch(/Use a normal window/);
    const options = await companion.openOptions('history');
    expect(await options.waitText('error', /does not let the companion keep anything/)).toMatch(/Use a normal window/);
  });
});

describe('a full disk', () => {
  const stage = useStage('chromium', 8, { before: fullDisk });
  let popup: CompanionPage;

  beforeAll(async () => {
    popup = await stage.companion.openPopup();
  });

  it('a run in the middle says so where it is followed, loses nothing, and goes on when there is room again', async () => {
    await startAfresh(popup, stage.sandbox.ready);
    await popup.page.reload();
    const held = { kind: 'delay', ms: 800 };
    await stage.control.setFaults([{ system: 'javelo', match: { method: 'POST' }, after: 3, times: 1, fault: held }]);
    await ask(popup, 'runs.start', { mode: 'live' });
    await untilStruck(stage.control);
    await setFull(popup, true);
    expect(await popup.waitText('live-error', /no room left/)).toMatch(/Free some disk space/);
    const options = await stage.companion.openOptions('history');
    expect(await options.waitText('live-error', /no room left/)).toMatch(/Free some disk space/);
    await setFull(popup, false);
    await expectTheSameEnd(popup, stage.control);
    await options.close();
  });

  it('a run that cannot even begin says so, and writes nothing', async () => {
    await startAfresh(popup, stage.sandbox.ready);
    await popup.page.reload();
    await popup.enabled('sync-now');
    await setFull(popup, true);
    await popup.click('sync-now');
    expect(await popup.waitText('error', /no room left/)).toMatch(/Free some disk space/);
    await setFull(popup, false);
    expect(await stage.control.writes()).toBe(0);
  });
});

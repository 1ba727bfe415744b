import { describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { eventually } from '../browser/companion-page.ts';
import { connect, waitForEnd } from '../support/admin.ts';
import { differencesNow } from '../support/compare-expected.ts';
import type { SandboxControl } from '../support/sandbox-control.ts';
import { useStage } from './stage.ts';

/** Waits until so many accounts have been asked for: the middle of a run. */
async function created(control: SandboxControl, count: number): Promise<number> {
  return eventually(`${count} accounts`, async () => {
    const posts = (await control.state()).javelo.requests['POST /Users'] ?? 0;
    return posts >= count ? posts : null;
  });
}

const slowWrites = {
  system: 'javelo',
  match: { method: 'POST' },
  times: null,
  fault: { kind: 'delay', ms: 250 },
} as const;

describe.each(browserKinds)('a run in %s', (kind) => {
  const stage = useStage(kind, 40);

  it('goes on when the popup is closed, shows progress when it is opened again, and survives the death of the worker', async () => {
    const { companion, control } = stage;
    const options = await connect(companion, stage.credentials);
    await options.close();
    await control.setFaults([slowWrites]);

    const popup = await companion.openPopup();
    await popup.click('sync-now');
    await created(control, 3);
    await popup.close();
    await created(control, 6);

    const reopened = await companion.openPopup();
    expect(await reopened.waitText('progress', /\d+ of \d+/)).toMatch(/Updating Javelo|\d+ of \d+/);

    const life = await companion.driver.workerLife();
    expect(life).not.toBeNull();
    await companion.driver.killWorker();
    // Even a page that is open does not bring it back by itself; the next one that is opened does, or the alarm.
    await reopened.close();
    const posted = await created(control, 6);
    expect(posted).toBeLessThan((await control.expected()).length);
    // The death is behind it: what is left need not be slow.
    await control.clearFaults();

    const again = await companion.openPopup();
    const run = await waitForEnd(again, null);
    expect(await companion.driver.workerLife()).not.toBe(life);
    expect(run.state).toBe('succeeded');
    expect(await differencesNow(control)).toEqual([]);
    const users = (await control.state()).javelo.users;
    expect(new Set(users.map((user) => user.userName)).size).toBe(users.length);
  });
});

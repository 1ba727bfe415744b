import { describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { connect, lastRun, waitForEnd } from '../support/admin.ts';
import { ask } from '../support/ask-background.ts';
import { differencesNow } from '../support/compare-expected.ts';
import { useStage } from './stage.ts';

interface HealthSeen {
  readonly nextRunAt: string | null;
  readonly pausedBecause: { readonly code: string } | null;
  readonly quarantine: { readonly reason: { readonly code: string }; readonly nextTestAt: string } | null;
  readonly recentRuns: readonly { readonly trigger: string; readonly state: string }[];
  readonly people: { readonly inStep: number; readonly waiting: number; readonly needYou: number } | null;
}

const health = (page: CompanionPage): Promise<HealthSeen> => ask<HealthSeen>(page, 'health.get', null);

/** Moves what the companion has put down about time into the past, as if so many hours had gone by with the browser closed. */
async function letTimePass(page: CompanionPage, hours: number): Promise<void> {
  await page.page.evaluate(async (ms) => {
    const open = indexedDB.open('companion');
    await new Promise((resolve, reject) => {
      open.addEventListener('success', resolve);
      open.addEventListener('error', () => reject(open.error));
    });
    const transaction = open.result.transaction(['settings', 'memory'], 'readwrite');
    const change = (store: string, key: string, move: (row: never) => void) => {
      const request = transaction.objectStore(store).get(key);
      request.addEventListener('success', () => {
        if (request.result === undefined) return;
        move(request.result as never);
        transaction.objectStore(store).put(request.result, ...(store === 'settings' ? [key] : []));
      });
    };
    change('settings', 'schedule', (row: { sinceMs: number }) => {
      row.sinceMs -= ms;
    });
    // What was forgotten is kept as a row with nothing in it.
    change('memory', 'engine:quarantine', (row: { value: { testAtMs: number } | null }) => {
      if (row.value) row.value.testAtMs -= ms;
    });
    await new Promise((resolve, reject) => {
      transaction.addEventListener('complete', resolve);
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
    });
    open.result.close();
  }, hours * 3_600_000);
}

describe.each(browserKinds)('the schedule in %s', (kind) => {
  const stage = useStage(kind, 12);

  it('synchronises by itself what was missed, once, and says when it does so next', async () => {
    const { companion, credentials, control } = stage;
    const page = await connect(companion, credentials);
    await ask(page, 'schedule.save', { schedule: { kind: 'every', hours: 6 } });
    const before = Date.parse((await health(page)).nextRunAt ?? '');
    expect(before - Date.now()).toBeGreaterThan(5.9 * 3_600_000);
    expect(await lastRun(page)).toBeNull();

    await letTimePass(page, 100);
    await companion.driver.killWorker();
    await health(page);
    const run = await waitForEnd(page, null);
    expect(run.state).toBe('succeeded');
    expect(await differencesNow(control)).toEqual([]);
    const after = await health(page);
    expect(after.recentRuns.map(({ trigger }) => trigger)).toEqual(['schedule']);
    expect(Date.parse(after.nextRunAt ?? '') - Date.now()).toBeGreaterThan(5.9 * 3_600_000);
    expect(after.people?.inStep).toBe((await control.expected()).length);
    await page.close();
  });

  it('slows down to a test a day while the credentials are refused, and goes on when they are not', async () => {
    const { companion, control } = stage;
    const page = await companion.openOptions('connection');
    await control.setFaults([{ system: 'javelo', times: null, fault: { kind: 'status', status: 401 } }]);
    await letTimePass(page, 7);
    await companion.driver.killWorker();
    const refused = await eventually('the quarantine', async () => {
      const seen = await health(page);
      return seen.quarantine && seen.recentRuns.length === 2 ? seen : null;
    });
    expect(refused.quarantine?.reason.code).toBe('target-auth');
    expect(refused.nextRunAt).toBeNull();
    expect(await ask(page, 'quarantine.test', null)).toMatchObject({ ok: false, error: { code: 'target-auth' } });

    // Missed runs are not made up for while it lasts.
    await letTimePass(page, 20);
    await companion.driver.killWorker();
    expect((await health(page)).recentRuns).toHaveLength(2);

    await control.clearFaults();
    await letTimePass(page, 20);
    await companion.driver.killWorker();
    await eventually('the end of the quarantine', async () => {
      const seen = await health(page);
      return seen.quarantine === null && seen.recentRuns[0]?.state === 'succeeded' ? seen : null;
    });
    expect((await health(page)).recentRuns.map(({ state }) => state)).toEqual(['succeeded', 'failed', 'succeeded']);
    await page.close();
  });

  it('stands still, and says why, when a token is gone', async () => {
    const { companion } = stage;
    const page = await companion.openOptions('connection');
    await ask(page, 'connection.forget', null);
    await letTimePass(page, 100);
    await companion.driver.killWorker();
    const paused = await health(page);
    expect(paused).toMatchObject({ nextRunAt: null, pausedBecause: { code: 'not-connected' } });
    expect(paused.recentRuns).toHaveLength(3);
    await page.close();
  });
});

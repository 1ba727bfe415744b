import { expect, it } from 'vitest';
import { CompanionError } from '../../../utils/core/errors.ts';
import { nextTurn } from '../../../utils/core/schedule/next-turn.ts';
import { type Bench, createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const hourMs = 3_600_000;
const refused = 'p2@acme.example';

/** Somebody whose values the target refuses for weeks, among others who are in step. */
function createTrouble(): { readonly bench: Bench; readonly triesAtMs: number[] } {
  const bench = createBench({ people: [aPerson('1'), aPerson('2'), aPerson('3')], policy: permissivePolicy });
  const triesAtMs: number[] = [];
  bench.interfereWith('target', (method, [desired]) => {
    if (method !== 'create' || (desired as { userName?: string }).userName !== refused) return null;
    triesAtMs.push(bench.clock.nowMs());
    return { kind: 'fail-before', error: new CompanionError('target-invalid', { detail: 'no' }) };
  });
  return { bench, triesAtMs };
}

/** Does every scheduled run that falls due, as the background does, until `untilMs`. */
async function passTime(bench: Bench, hours: number, untilMs: number): Promise<number> {
  const { clock, journal } = bench;
  let runs = 0;
  for (let sinceMs = clock.nowMs(); ; runs += 1) {
    const { nextRetryAtMs: retryAtMs } = await journal.summariseEscrow(sinceMs);
    const schedule = { kind: 'every', hours } as const;
    const nowMs = clock.nowMs();
    const turn = nextTurn({ schedule, sinceMs, retryAtMs, quarantine: null, timeZone: 'UTC', nowMs });
    if (!turn || turn.atMs > untilMs) return runs;
    clock.advance(turn.atMs - nowMs);
    sinceMs = clock.nowMs();
    await bench.run('live', 'schedule');
  }
}

it('tries a failed person after 1, 6, 12 and 24 hours, then daily to 28 days, whatever the schedule', async () => {
  const { bench, triesAtMs } = createTrouble();
  const startMs = bench.clock.nowMs();
  await bench.run();
  const runs = await passTime(bench, 168, startMs + 60 * 24 * hourMs);
  const waits = triesAtMs.slice(1).map((ms, at) => Math.round((ms - (triesAtMs[at] ?? 0)) / hourMs));
  expect(waits.slice(0, 5)).toEqual([1, 6, 12, 24, 24]);
  expect(new Set(waits.slice(3))).toEqual(new Set([24]));
  const lastMs = (triesAtMs.at(-1) ?? 0) - startMs;
  expect(lastMs).toBeGreaterThan(27 * 24 * hourMs);
  expect(lastMs).toBeLessThanOrEqual(28 * 24 * hourMs + hourMs);
  // No run but the retries and the weekly one.
  expect(runs).toBeLessThanOrEqual(triesAtMs.length + 9);
  const [person] = (await bench.journal.readEscrow()).values();
  expect(person).toMatchObject({ sourceId: '2', retryAt: null });
});

it('leaves the person alone in between, and tells when the next try is', async () => {
  const { bench, triesAtMs } = createTrouble();
  await bench.run();
  bench.clock.advance(hourMs / 2);
  const run = await bench.run('live', 'schedule');
  expect(triesAtMs).toHaveLength(1);
  const entry = (await bench.log(run.id)).find(({ sourceId }) => sourceId === '2');
  expect(entry).toMatchObject({ outcome: 'waiting', error: { code: 'target-invalid' } });
  expect(Date.parse(entry?.retryAt ?? '')).toBeGreaterThan(bench.clock.nowMs());
});

it('tries at once when the admin asks, or when the values are other ones; and is over when it goes well', async () => {
  const { bench, triesAtMs } = createTrouble();
  await bench.run();
  await bench.run();
  expect(triesAtMs).toHaveLength(2);
  bench.people = [aPerson('1'), aPerson('2', { job: 'Other' }), aPerson('3')];
  await bench.run('live', 'schedule');
  expect(triesAtMs).toHaveLength(3);
  bench.interfereWith('target', () => null);
  expect((await bench.run()).state).toBe('succeeded');
  expect((await bench.journal.summariseEscrow(0)).count).toBe(0);
});

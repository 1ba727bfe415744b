import { expect, it } from 'vitest';
import { createBench } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const staff = Array.from({ length: 95 }, (_, at) => aPerson(String(at + 1)));
const budget = { requests: 10, windowMs: 300_000 };

it('never sends more than the budget allows in any window, over many processes', async () => {
  const bench = createBench({ people: staff });
  const sentAt: number[] = [];
  bench.replaceInTarget({ budget });
  bench.interfereWith('target', () => {
    bench.clock.advance(30);
    sentAt.push(bench.clock.nowMs());
    return null;
  });
  const startedMs = bench.clock.nowMs();
  const run = await bench.run();
  expect(run.counts).toMatchObject({ created: 95 });
  expect(sentAt).toHaveLength(96);
  for (const [at, ms] of sentAt.entries()) {
    const first = sentAt[at - budget.requests];
    if (first !== undefined) expect(ms - first).toBeGreaterThan(budget.windowMs);
  }
  // 96 requests at 10 in 5 minutes: nine windows have to pass.
  const imposedMs = 9 * budget.windowMs;
  expect(bench.clock.nowMs() - startedMs).toBeLessThanOrEqual(imposedMs * 1.02);
});

it('sleeps by wake-up when the wait is long, and says until when', async () => {
  const bench = createBench({ people: staff });
  bench.replaceInTarget({ budget });
  const { engine } = bench.boot();
  await engine.start({ mode: 'live', trigger: 'manual' });
  const startedMs = bench.clock.nowMs();
  const rest = await engine.resume();
  expect(rest).toEqual({ state: 'sleeping', untilMs: startedMs + 301_000 });
  expect(bench.wakeUps.at(-1)).toBe(startedMs + 301_000);
  expect((await bench.journal.activeRun())?.notBeforeMs).toBe(startedMs + 301_000);
  expect(bench.published.at(-1)?.notBeforeMs).toBe(startedMs + 301_000);
  // Nobody holds the lease while everybody sleeps.
  expect(await bench.journal.acquireLease('x', bench.clock.nowMs(), bench.clock.nowMs() + 1)).toBe(true);
});

it('waits here when the wait is short', async () => {
  const bench = createBench({ people: staff.slice(0, 15) });
  bench.replaceInTarget({ budget: { requests: 10, windowMs: 5_000 } });
  const { engine } = bench.boot();
  await engine.start({ mode: 'live', trigger: 'manual' });
  expect(await engine.resume()).toMatchObject({ state: 'ended' });
});

it('can be cancelled while it sleeps', async () => {
  const bench = createBench({ people: staff });
  bench.replaceInTarget({ budget });
  const { engine } = bench.boot();
  const id = await engine.start({ mode: 'live', trigger: 'manual' });
  expect((await engine.resume()).state).toBe('sleeping');
  await engine.cancel(id);
  expect(await engine.resume()).toMatchObject({ state: 'ended', run: { state: 'cancelled' } });
});

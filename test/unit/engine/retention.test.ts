import { expect, it } from 'vitest';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const staff = [aPerson('1'), aPerson('2')];

it('the log is kept for as long as the admin chose, and links for ever', async () => {
  const bench = createBench({ people: staff, policy: { ...permissivePolicy, keepLogDays: 30 } });
  const first = await bench.run();
  bench.clock.advance(20 * 86_400_000);
  await bench.run();
  expect(await bench.log(first.id)).toHaveLength(2);
  bench.clock.advance(11 * 86_400_000);
  const last = await bench.run();
  expect(await bench.log(first.id)).toEqual([]);
  expect(await bench.journal.loadRun(first.id)).toBeNull();
  expect(await bench.log(last.id)).toHaveLength(2);
  expect((await bench.journal.readLinks()).size).toBe(2);
  expect((await bench.journal.listRuns(10)).map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
});

const kept = { ...permissivePolicy, keepLogDays: 30 };
const yearMs = 365 * 86_400_000;

it('a clock that runs ahead for an afternoon drops nothing that is not old', async () => {
  const bench = createBench({ people: staff, policy: kept });
  const runs = [];
  for (let day = 0; day < 10; day += 1) {
    runs.push(await bench.run());
    bench.clock.advance(86_400_000);
  }
  bench.clock.advance(10 * yearMs);
  for (let hour = 0; hour < 3; hour += 1) {
    await bench.run();
    bench.clock.advance(3_600_000);
  }
  bench.clock.advance(-10 * yearMs);
  await bench.run();
  for (const { id } of runs) expect(await bench.log(id)).toHaveLength(2);
});

it('a time that stays is believed: what is old by it goes a day later', async () => {
  const bench = createBench({ people: staff, policy: kept });
  const first = await bench.run();
  bench.clock.advance(yearMs);
  await bench.run();
  expect(await bench.log(first.id)).toHaveLength(2);
  bench.clock.advance(86_400_000);
  await bench.run();
  expect(await bench.log(first.id)).toEqual([]);
});

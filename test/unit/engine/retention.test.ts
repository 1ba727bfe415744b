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

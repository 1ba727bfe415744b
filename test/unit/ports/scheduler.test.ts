import { expect, it } from 'vitest';
import type { Parts } from '../../../utils/core/parts.ts';
import { createScheduler } from '../../../utils/ports/scheduler.ts';

it('lets what waits for the thread have its turn in the middle of long work', async () => {
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 1);
  const work = function* (): Parts<number> {
    const endMs = performance.now() + 120;
    let parts = 0;
    for (; performance.now() < endMs; parts += 1) yield;
    return parts;
  };
  const parts = await createScheduler().run(work());
  clearInterval(ticking);
  expect(parts).toBeGreaterThan(1);
  // One stretch is a tenth of the work.
  expect(turns).toBeGreaterThanOrEqual(4);
});

it('gives what the work gives, and throws what it throws', async () => {
  const scheduler = createScheduler();
  const fails = function* (): Parts<never> {
    yield;
    throw new Error('no');
  };
  await expect(scheduler.run(fails())).rejects.toThrow('no');
  const gives = function* (): Parts<string> {
    yield;
    return 'done';
  };
  expect(await scheduler.run(gives())).toBe('done');
});

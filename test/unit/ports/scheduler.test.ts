import { expect, it } from 'vitest';
import type { Parts } from '../../../utils/core/parts.ts';
import { createScheduler } from '../../../utils/ports/scheduler.ts';

it('lets what waits for the thread have its turn in the middle of long work', async () => {
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 1);
  // Ends when others have had their turns, and not by the clock: a busy machine gives fewer of them in the same time.
  const work = function* (): Parts<number> {
    const tooLateMs = performance.now() + 5_000;
    let parts = 0;
    for (; turns < 4 && performance.now() < tooLateMs; parts += 1) yield;
    return parts;
  };
  const parts = await createScheduler().run(work());
  clearInterval(ticking);
  expect(turns).toBeGreaterThanOrEqual(4);
  // It is cut into far more parts than it gives way.
  expect(parts).toBeGreaterThan(turns);
});

it('lets others have their turn between two of several that work at once', async () => {
  const scheduler = createScheduler();
  const order: string[] = [];
  let others = 0;
  const ticking = () => {
    others += 1;
    if (order.length < 9) setImmediate(ticking);
  };
  setImmediate(ticking);
  const work = async (name: string) => {
    for (let part = 0; part < 3; part += 1) {
      const untilMs = performance.now() + 13;
      while (performance.now() < untilMs);
      order.push(`${name} ${others}`);
      await scheduler.giveWay();
    }
  };
  await Promise.all(['a', 'b', 'c'].map(work));
  const turns = order.slice(3).map((each) => Number(each.split(' ')[1]));
  expect(order).toHaveLength(9);
  expect(new Set(turns).size).toBe(turns.length);
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

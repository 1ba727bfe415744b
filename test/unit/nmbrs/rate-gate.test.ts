import { describe, expect, it } from 'vitest';
import { createRateGate } from '../../../utils/connectors/nmbrs/rate-gate.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

/** A task that ends when told to. */
function pending() {
  let end: () => void = () => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { promise, end };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('createRateGate', () => {
  it('lets eight through at a time, in their order, and the next as one ends', async () => {
    const gate = createRateGate(createFakeClock(), { atOnce: 8, perSecond: 100 });
    const tasks = Array.from({ length: 20 }, pending);
    const begun: number[] = [];
    const all = tasks.map(({ promise }, at) =>
      gate.run(() => {
        begun.push(at);
        return promise;
      }),
    );
    await settle();
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    tasks[3]?.end();
    await settle();
    expect(begun.at(-1)).toBe(8);
    expect(begun).toHaveLength(9);
    for (const { end } of tasks) end();
    await Promise.all(all);
    expect(begun).toEqual(tasks.map((_, at) => at));
  });

  it('starts no more than a hundred in any one second', async () => {
    const clock = createFakeClock();
    const startedAt = clock.nowMs();
    const gate = createRateGate(clock, { atOnce: 8, perSecond: 100 });
    await Promise.all(Array.from({ length: 100 }, () => gate.run(() => Promise.resolve())));
    expect(clock.nowMs()).toBe(startedAt);
    await Promise.all(Array.from({ length: 250 }, () => gate.run(() => Promise.resolve())));
    expect(clock.nowMs()).toBe(startedAt + 3000);
  });

  it('gives the place on when a task fails', async () => {
    const gate = createRateGate(createFakeClock(), { atOnce: 1, perSecond: 100 });
    const failing = gate.run(() => Promise.reject(new Error('no')));
    const next = gate.run(() => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });

  it('keeps nobody waiting whose run was cancelled', async () => {
    const clock = createFakeClock();
    const gate = createRateGate(clock, { atOnce: 8, perSecond: 1 });
    await gate.run(() => Promise.resolve());
    await expect(gate.run(() => Promise.resolve('at once'), AbortSignal.abort())).resolves.toBe('at once');
    expect(clock.slept).toEqual([]);
  });
});

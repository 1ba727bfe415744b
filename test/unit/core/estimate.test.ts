import { describe, expect, it } from 'vitest';
import { estimateRun } from '../../../utils/core/plan/estimate.ts';

const budget = { requests: 300, windowMs: 300_000 };

describe('what a run will take', () => {
  it('without a limit, only the requests themselves', () => {
    expect(estimateRun(1_000, null, 0)).toEqual({ requests: 1_000, durationMs: 150_000 });
  });

  it('within the budget, likewise', () => {
    expect(estimateRun(300, budget, 0).durationMs).toBe(45_000);
    expect(estimateRun(0, budget, 300).durationMs).toBe(0);
  });

  it.each([
    [301, 0, 1],
    [600, 0, 1],
    [601, 0, 2],
    [10_000, 0, 33],
    [1, 300, 1],
    [1, 299, 0],
    [300, 150, 1],
    [500, 400, 2],
  ])(
    'beyond it, the windows that have to pass: %i requests with %i spent wait %i times',
    (requests, spent, windows) => {
      expect(Math.floor(estimateRun(requests, budget, spent).durationMs / budget.windowMs)).toBe(windows);
    },
  );

  it('never gets shorter with more to do or more spent', () => {
    let last = 0;
    for (let requests = 0; requests < 2_000; requests += 7) {
      const { durationMs } = estimateRun(requests, budget, 120);
      expect(durationMs).toBeGreaterThanOrEqual(last);
      expect(durationMs).toBeGreaterThanOrEqual(estimateRun(requests, budget, 0).durationMs);
      last = durationMs;
    }
  });
});

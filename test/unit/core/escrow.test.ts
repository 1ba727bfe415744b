import { expect, it } from 'vitest';
import { planRetry } from '../../../utils/core/run/escrow.ts';

const hourMs = 3_600_000;

it('waits 1, 6, 12 and 24 hours, then a day each time', () => {
  const waits = [1, 2, 3, 4, 5, 6].map((failures) => planRetry(failures, 0, 0));
  expect(waits).toEqual([1, 6, 12, 24, 24, 24].map((hours) => hours * hourMs));
});

it('gives up 28 days after the first failure', () => {
  const day = 24 * hourMs;
  expect(planRetry(20, 0, 27 * day)).toBe(28 * day);
  expect(planRetry(20, 0, 27 * day + 1)).toBeNull();
});

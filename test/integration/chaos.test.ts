import { expect, it } from 'vitest';
import { runChaos } from '../chaos/chaos.ts';

it('ten rounds of faults and deaths leave Javelo as it should be', async () => {
  const lines: string[] = [];
  const result = await runChaos({ rounds: 10, seed: 1, atOnce: 2, browserEvery: null }, (line) => lines.push(line));
  expect(lines).toEqual([]);
  expect(result).toMatchObject({ ok: true, rounds: 10, duplicates: 0, lost: 0, wrong: 0, falselyDisabled: 0 });
  expect(result.faults).toBeGreaterThan(10);
  expect(result.deaths).toBeGreaterThan(5);
});

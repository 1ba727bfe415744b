import { expect, it } from 'vitest';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { createFakeTarget } from '../../support/fake-target.ts';
import { aPerson } from '../../support/journal-rows.ts';

const people = Array.from({ length: 12 }, (_, at) => aPerson(String(at + 1)));

/** Two browser profiles with the same connection: a journal each, one target. */
function createProfiles() {
  const target = createFakeTarget();
  const one = createBench({ people, target, policy: permissivePolicy });
  const other = createBench({ people, target, policy: permissivePolicy });
  return { target, one, other };
}

it('the second profile takes over what the first one made, and says so', async () => {
  const { target, one, other } = createProfiles();
  expect((await one.run()).notices).toEqual([]);
  const run = await other.run();
  expect(run).toMatchObject({ state: 'succeeded', counts: { created: 0 } });
  expect(run.notices).toEqual([{ code: 'known-elsewhere', params: { count: 12 } }]);
  expect((await other.run()).notices).toEqual([]);
  expect(target.accounts()).toHaveLength(12);
});

it('both at the same moment create nobody twice and lose nobody', async () => {
  const { target, one, other } = createProfiles();
  const runs = await Promise.all([one.run(), other.run()]);
  expect(runs.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
  const ids = target.accounts().map(({ externalId }) => externalId);
  expect(ids).toHaveLength(12);
  expect(new Set(ids).size).toBe(12);
  for (const { journal } of [one, other]) expect((await journal.readLinks()).size).toBe(12);
});

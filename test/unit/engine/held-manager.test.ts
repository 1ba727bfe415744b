import { expect, it } from 'vitest';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

it('a manager whose rename waits for the admin is given once it has been approved, in the same run', async () => {
  const boss = aPerson('1');
  const bench = createBench({ people: [boss], policy: permissivePolicy });
  await bench.run();
  const renamed = aPerson('1', { workEmail: 'new@acme.example' });
  const reference = { email: 'new@acme.example', number: '1', fullName: null };
  bench.people = [renamed, aPerson('2', { manager: reference })];
  const none = { number: 0, percent: null };
  bench.policy = { ...permissivePolicy, thresholds: { ...permissivePolicy.thresholds, update: none } };
  const waiting = await bench.run();
  expect(waiting.state).toBe('awaiting-approval');
  const managerOf = (id: string) =>
    bench.target.accounts().find(({ externalId }) => externalId === id)?.managerUserName;
  expect(managerOf('2')).toBeNull();
  await bench.boot().engine.approve(waiting.id, waiting.planHash ?? '');
  const done = await bench.settle();
  expect(done.state).toBe('succeeded');
  expect(managerOf('2')).toBe('new@acme.example');
  const row = (await bench.log(done.id)).find(({ sourceId }) => sourceId === '2');
  expect(row).toMatchObject({ outcome: 'created', error: null });
  expect(row?.modified.find(({ attribute }) => attribute === 'managerUserName')?.to).toBe('new@acme.example');
});

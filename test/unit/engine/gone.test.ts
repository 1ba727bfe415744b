import { expect, it } from 'vitest';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const all = [aPerson('1'), aPerson('2'), aPerson('3')];
const without2 = [aPerson('1'), aPerson('3')];

function isActive(bench: ReturnType<typeof createBench>, userName: string): boolean | undefined {
  return bench.target.accounts().find((account) => account.userName === userName)?.active;
}

it('one snapshot without a person disables nobody, a second one does', async () => {
  const bench = createBench({ people: all, policy: permissivePolicy });
  await bench.run();
  bench.people = without2;
  const first = await bench.run();
  expect(first.counts).toMatchObject({ disabled: 0, skipped: 1 });
  expect((await bench.log(first.id)).find(({ sourceId }) => sourceId === '2')?.reason).toBe('gone-unconfirmed');
  expect(isActive(bench, 'p2@acme.example')).toBe(true);
  expect((await bench.run()).counts.disabled).toBe(1);
  expect(isActive(bench, 'p2@acme.example')).toBe(false);
});

it('whoever was back in between is missed for the first time again', async () => {
  const bench = createBench({ people: all, policy: permissivePolicy });
  await bench.run();
  for (const people of [without2, all, without2]) {
    bench.people = people;
    expect((await bench.run()).counts.disabled).toBe(0);
  }
});

it('a dry run neither counts as having missed anybody nor confirms it', async () => {
  const bench = createBench({ people: all, policy: permissivePolicy });
  await bench.run();
  bench.people = without2;
  await bench.run('dry');
  expect((await bench.run()).counts.disabled).toBe(0);
});

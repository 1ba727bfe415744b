import { describe, expect, it } from 'vitest';
import type { TargetId } from '../../../utils/core/ids.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import { createBench } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const staff = Array.from({ length: 40 }, (_, at) => aPerson(String(at + 1)));

/** Everybody is synchronised; then 30 leave, one comes and one gets another job: only leaving is beyond the limits. */
async function massLeave() {
  const bench = createBench({ people: staff, policy: { ...defaultPolicy, sourceShrinkPercent: 100 } });
  await bench.run();
  bench.people = [
    ...staff.map((person, at) => {
      if (at < 30) return { ...person, status: 'left' } as const;
      return at === 30 ? { ...person, job: 'New' } : person;
    }),
    aPerson('99'),
  ];
  return bench;
}

describe('a plan with a kind beyond its limit', () => {
  it('does everything else, then waits for the admin', async () => {
    const bench = await massLeave();
    const run = await bench.run();
    expect(run.state).toBe('awaiting-approval');
    expect(run.counts).toMatchObject({ created: 1, updated: 1, disabled: 0, waiting: 30, unchanged: 9 });
    expect(bench.target.accounts().every((account) => account.active)).toBe(true);
    const waiting = (await bench.log(run.id)).filter((entry) => entry.outcome === 'waiting');
    expect(waiting.every((entry) => entry.error?.code === 'plan-needs-approval')).toBe(true);
    expect(bench.wakeUps.at(-1)).toBeNull();
  });

  it('goes on once this very plan is approved', async () => {
    const bench = await massLeave();
    const waiting = await bench.run();
    await bench.boot().engine.approve(waiting.id, waiting.planHash ?? '');
    const run = await bench.settle();
    expect(run).toMatchObject({ id: waiting.id, state: 'succeeded' });
    expect(run.counts).toMatchObject({ disabled: 30, waiting: 0 });
    expect(bench.target.accounts().filter((account) => account.active)).toHaveLength(11);
  });

  it('refuses the approval of another plan, of an old one, and of a run that does not wait', async () => {
    const bench = await massLeave();
    const waiting = await bench.run();
    const { engine } = bench.boot();
    await expect(engine.approve(waiting.id, 'other')).rejects.toMatchObject({ code: 'plan-stale' });
    bench.clock.advance(24 * 3_600_000);
    await expect(engine.approve(waiting.id, waiting.planHash ?? '')).rejects.toMatchObject({ code: 'plan-stale' });
    await engine.cancel(waiting.id);
    expect((await bench.settle()).state).toBe('cancelled');
    await expect(engine.approve(waiting.id, waiting.planHash ?? '')).rejects.toMatchObject({ code: 'plan-stale' });
    expect(bench.target.accounts().every((account) => account.active)).toBe(true);
  });

  it('is stale once an account that it touches has changed, and then nothing of it is sent', async () => {
    const bench = await massLeave();
    const waiting = await bench.run();
    const [touched] = bench.target.accounts();
    const before = bench.target.calls.update;
    bench.replaceInTarget({
      listStep: async (cursor, signal) => {
        const page = await bench.target.listStep(cursor, signal);
        return { ...page, accounts: page.accounts.filter(({ targetId }) => targetId !== touched?.targetId) };
      },
    });
    await bench.boot().engine.approve(waiting.id, waiting.planHash ?? '');
    expect(await bench.settle()).toMatchObject({ state: 'cancelled', error: { code: 'plan-stale' } });
    expect(bench.target.calls.update).toBe(before);
    expect((await bench.log(waiting.id)).filter(({ error }) => error?.code === 'plan-stale')).toHaveLength(30);
  });

  it('is carried out where what it touches is done already, or something else has changed', async () => {
    const bench = await massLeave();
    const waiting = await bench.run();
    const [done, other] = bench.target.accounts();
    await bench.target.update(done?.targetId as TargetId, { active: false }, null);
    await bench.target.update(other?.targetId as TargetId, { title: 'Chef' }, null);
    await bench.boot().engine.approve(waiting.id, waiting.planHash ?? '');
    expect(await bench.settle()).toMatchObject({ state: 'succeeded' });
    expect(bench.target.accounts().filter((account) => account.active)).toHaveLength(11);
  });

  it('is stale as soon as a new run starts', async () => {
    const bench = await massLeave();
    const waiting = await bench.run();
    const next = await bench.run();
    expect(next.id).not.toBe(waiting.id);
    expect(next.state).toBe('awaiting-approval');
    expect(await bench.journal.loadRun(waiting.id)).toMatchObject({
      state: 'cancelled',
      error: { code: 'plan-stale' },
    });
  });

  it('keeps a second pass waiting with the create that it completes', async () => {
    const manages = (email: string) => ({ email, number: null, fullName: null });
    const people = [
      aPerson('1', { manager: manages('p2@acme.example') }),
      aPerson('2', { manager: manages('p1@acme.example') }),
    ];
    const thresholds = { ...defaultPolicy.thresholds, create: { number: 1, percent: null } };
    const bench = createBench({ people, policy: { ...defaultPolicy, thresholds } });
    const waiting = await bench.run();
    expect(waiting.state).toBe('awaiting-approval');
    expect(bench.target.calls).toMatchObject({ create: 0, update: 0 });
    await bench.boot().engine.approve(waiting.id, waiting.planHash ?? '');
    expect((await bench.settle()).counts).toMatchObject({ created: 2 });
    expect(bench.target.calls).toMatchObject({ create: 2, update: 1 });
  });
});

describe('a plan that is refused', () => {
  it('fails the run, and every person has a row', async () => {
    const bench = createBench({ people: staff });
    await bench.run();
    bench.people = [];
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'failed', error: { code: 'source-empty' } });
    expect(bench.target.accounts().every((account) => account.active)).toBe(true);
  });
});

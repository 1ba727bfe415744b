import { describe, expect, it } from 'vitest';
import type { Account } from '../../../utils/core/account.ts';
import type { RunId, SourceId, TargetId } from '../../../utils/core/ids.ts';
import { defaultPolicy } from '../../../utils/core/policy.ts';
import type { Run } from '../../../utils/core/run/run.ts';
import { type Bench, createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { createFakeTarget } from '../../support/fake-target.ts';
import { aPerson } from '../../support/journal-rows.ts';

const manager = { email: 'p1@acme.example', number: null, fullName: null };
const staff = Array.from({ length: 6 }, (_, at) =>
  aPerson(String(at + 1), { job: 'Cook', ...(at === 2 ? { manager } : {}) }),
);

const undo = (bench: Bench, run: Run, mode: 'dry' | 'live' = 'live') =>
  bench.runTask({ kind: 'undo', of: run.id }, mode);
/** Accounts without their version marks. */
const state = (bench: Bench) => bench.target.accounts().map(({ version: _version, ...account }) => account);
const account = (bench: Bench, id: string) =>
  bench.target.accounts().find(({ externalId }) => externalId === id) as Account;
const edit = (bench: Bench, id: string, changes: Partial<Account>) =>
  bench.target.update(account(bench, id).targetId as TargetId, changes, null);

/** Everybody is there; then one job changes, one person leaves, one comes, and one manager is lost. */
async function anEventfulRun() {
  const bench = createBench({ people: staff, policy: permissivePolicy });
  await bench.run();
  const before = state(bench);
  bench.people = [
    ...staff.slice(0, 2),
    aPerson('3', { job: 'Cook' }),
    aPerson('4', { job: 'Baker', phoneNumber: '+31612345678' }),
    aPerson('5', { job: 'Cook', status: 'left' }),
    aPerson('6', { job: 'Cook' }),
    aPerson('7'),
  ];
  const run = await bench.run();
  expect(run.counts).toMatchObject({ created: 1, updated: 2, disabled: 1 });
  return { bench, run, before };
}

describe('undoing a run', () => {
  it('leaves every account as it was before, and a new one switched off', async () => {
    const { bench, run, before } = await anEventfulRun();
    const undone = await undo(bench, run);
    expect(undone).toMatchObject({ state: 'succeeded', counts: { updated: 3, disabled: 1, failed: 0 } });
    expect(state(bench).slice(0, 6)).toEqual(before);
    expect(account(bench, '7').active).toBe(false);
    expect(undone.requests.source).toBe(0);
  });

  it('shows the whole of it first, changes nothing, and plans the same thing again', async () => {
    const { bench, run } = await anEventfulRun();
    const after = state(bench);
    const shown = await undo(bench, run, 'dry');
    expect(state(bench)).toEqual(after);
    const rows = await bench.log(shown.id);
    expect(rows.find(({ sourceId }) => sourceId === '4')?.modified).toContainEqual({
      attribute: 'title',
      from: 'Baker',
      to: 'Cook',
    });
    expect((await undo(bench, run)).planHash).toBe(shown.planHash);
  });

  it('leaves alone what has been changed since, and says what', async () => {
    const { bench, run } = await anEventfulRun();
    await edit(bench, '4', { title: 'Chef' });
    await edit(bench, '3', { managerUserName: 'p2@acme.example' });
    const undone = await undo(bench, run);
    const rows = await bench.log(undone.id);
    expect(account(bench, '4')).toMatchObject({ title: 'Chef', phoneNumber: null });
    expect(rows.find(({ sourceId }) => sourceId === '4')).toMatchObject({
      outcome: 'updated',
      params: { changedSince: 'title' },
    });
    expect(account(bench, '3').managerUserName).toBe('p2@acme.example');
    expect(rows.find(({ sourceId }) => sourceId === '3')).toMatchObject({
      outcome: 'skipped',
      reason: 'changed-since',
    });
  });

  it('can itself be undone', async () => {
    const { bench, run } = await anEventfulRun();
    const after = state(bench);
    const undone = await undo(bench, run);
    await undo(bench, undone);
    expect(state(bench)).toEqual(after);
    expect((await undo(bench, undone)).counts).toMatchObject({ updated: 0, disabled: 0, unchanged: 4 });
  });

  it('is held back by the guardrails and goes on once approved', async () => {
    const bench = createBench({
      people: Array.from({ length: 40 }, (_, at) => aPerson(String(at + 1))),
      policy: defaultPolicy,
    });
    const run = await bench.run();
    const held = await undo(bench, run);
    expect(held).toMatchObject({ state: 'awaiting-approval', findings: [{ rule: 'mass-disable', count: 40 }] });
    expect(bench.target.accounts().every(({ active }) => active)).toBe(true);
    await bench.boot().engine.approve(held.id, held.planHash ?? '');
    expect(await bench.settle()).toMatchObject({ state: 'succeeded', counts: { disabled: 40 } });
  });

  it('lets go of an account that the run had linked, and gives it back as it was', async () => {
    const target = createFakeTarget();
    await target.create({ userName: 'p2@acme.example', active: true, givenName: 'Other' } as never);
    const bench = createBench({ people: staff.slice(0, 2), target, policy: permissivePolicy });
    const before = state(bench)[0];
    const run = await bench.run();
    const undone = await undo(bench, run);
    expect(state(bench)[0]).toEqual(before);
    expect(await bench.journal.readLink('2' as SourceId)).toBeNull();
    await undo(bench, undone);
    expect(await bench.journal.readLink('2' as SourceId)).toMatchObject({ origin: 'adopted' });
    expect(account(bench, '2').givenName).toBe('Given2');
  });

  it('ends the same wherever the process dies', async () => {
    const calm = await anEventfulRun();
    await undo(calm.bench, calm.run);
    const wanted = state(calm.bench);
    let calls = 0;
    for (let at = 1; at <= Math.max(1, calls); at += 1) {
      const { bench, run } = await anEventfulRun();
      let seen = 0;
      bench.interfereWith('target', (method) => {
        if (method !== 'update') return null;
        seen += 1;
        return seen === at ? { kind: at % 2 === 0 ? 'die-before' : 'die-after' } : null;
      });
      const undone = await undo(bench, run);
      calls = Math.max(calls, seen);
      expect(undone).toMatchObject({ state: 'succeeded', counts: { updated: 3, disabled: 1 } });
      expect(state(bench)).toEqual(wanted);
    }
    expect(calls).toBeGreaterThanOrEqual(4);
  });

  it('makes nobody anew and tries nobody again by itself', async () => {
    const { bench, run } = await anEventfulRun();
    bench.interfereWith('target', (method, [id]) =>
      method === 'update' && id === account(bench, '4').targetId
        ? { kind: 'fail-before', error: Object.assign(new Error('broken'), { name: 'Broken' }) }
        : null,
    );
    const undone = await undo(bench, run);
    const row = (await bench.log(undone.id)).find(({ sourceId }) => sourceId === '4');
    expect(row).toMatchObject({ outcome: 'failed', retryAt: null });
    expect(await bench.journal.readEscrow()).toEqual(new Map());
    expect(bench.target.calls.create).toBe(7);
  });

  it.each([
    ['a preview', async (bench: Bench) => (await bench.run('dry')).id],
    ['a run nobody knows', async () => 'nothing' as RunId],
  ])('refuses %s', async (_, choose) => {
    const bench = createBench({ people: staff, policy: permissivePolicy });
    await bench.run();
    const of = await choose(bench);
    const run = await bench.runTask({ kind: 'undo', of });
    expect(run).toMatchObject({ state: 'failed', error: { code: 'undo-impossible' } });
  });

  it('says so where an account is gone', async () => {
    const { bench, run } = await anEventfulRun();
    const gone = account(bench, '4').targetId;
    bench.replaceInTarget({
      listStep: async (cursor, signal) => {
        const page = await bench.target.listStep(cursor, signal);
        return { ...page, accounts: page.accounts.filter(({ targetId }) => targetId !== gone) };
      },
    });
    const undone = await undo(bench, run);
    expect((await bench.log(undone.id)).find(({ sourceId }) => sourceId === '4')).toMatchObject({
      reason: 'account-gone',
    });
  });
});

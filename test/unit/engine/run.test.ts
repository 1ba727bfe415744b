import { describe, expect, it } from 'vitest';
import type { RunId, SourceId } from '../../../utils/core/ids.ts';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { createFakeTarget } from '../../support/fake-target.ts';
import { aPerson } from '../../support/journal-rows.ts';

const boss = aPerson('1');
const report = (id: string) => aPerson(id, { manager: { email: 'p1@acme.example', number: null, fullName: null } });
const staff = [report('2'), report('3'), boss, aPerson('4', { workEmail: null }), report('5'), report('6')];

describe('a run', () => {
  it('brings everybody into the target, managers first, one request each', async () => {
    const bench = createBench({ people: staff });
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'succeeded', kind: 'initial', error: null });
    expect(run.counts).toMatchObject({ created: 5, skipped: 1, waiting: 0, failed: 0 });
    expect(bench.target.calls).toMatchObject({ create: 5, update: 0, read: 0, find: 0 });
    const accounts = bench.target.accounts();
    expect(accounts[0]?.userName).toBe('p1@acme.example');
    expect(accounts.slice(1).every((account) => account.managerUserName === 'p1@acme.example')).toBe(true);
    expect(run.progress).toEqual({ done: 5, total: 5 });
    expect(run.requests).toEqual({ source: 2, target: 6 });
  });

  it('leaves one log row and one link per person', async () => {
    const bench = createBench({ people: staff });
    const run = await bench.run();
    const log = await bench.log(run.id);
    expect(log.map((entry) => entry.sourceId).sort()).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(log.find((entry) => entry.sourceId === '4')).toMatchObject({ outcome: 'skipped', reason: 'no-work-email' });
    const links = await bench.journal.readLinks();
    expect(links.size).toBe(5);
    expect(links.get('2' as SourceId)).toMatchObject({ origin: 'created', userName: 'p2@acme.example' });
  });

  it('writes nothing when run again', async () => {
    const bench = createBench({ people: staff });
    await bench.run();
    const before = { ...bench.target.calls };
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'succeeded', kind: 'incremental' });
    expect(run.counts).toMatchObject({ unchanged: 5, created: 0, updated: 0 });
    expect(bench.target.calls).toEqual({ ...before, listStep: before.listStep + 1 });
  });

  it('plans without writing in a dry run', async () => {
    const bench = createBench({ people: staff });
    const run = await bench.run('dry');
    expect(run).toMatchObject({ state: 'succeeded', mode: 'dry' });
    expect(run.counts).toMatchObject({ created: 5, skipped: 1 });
    expect(bench.target.calls.create).toBe(0);
    expect((await bench.journal.readLinks()).size).toBe(0);
    const [first] = await bench.log(run.id);
    expect(first?.modified).toContainEqual({ attribute: 'userName', from: null, to: 'p1@acme.example' });
  });

  it('adopts accounts that were there before', async () => {
    const target = createFakeTarget();
    await target.create({ userName: 'P2@acme.example', externalId: '2', active: true, givenName: 'Other' });
    const bench = createBench({
      people: staff,
      target,
      policy: permissivePolicy,
    });
    const run = await bench.run();
    expect(run.counts).toMatchObject({ created: 4, updated: 1 });
    expect((await bench.journal.readLink('2' as SourceId))?.origin).toBe('adopted');
    expect(target.accounts()).toHaveLength(5);
  });

  it('disables who has left, and says so', async () => {
    const bench = createBench({ people: staff, policy: permissivePolicy });
    await bench.run();
    bench.people = staff.map((person) => (person.sourceId === '6' ? { ...person, status: 'left' } : person));
    const run = await bench.run();
    expect(run.counts).toMatchObject({ disabled: 1, unchanged: 4 });
    expect(bench.target.accounts().find((account) => account.externalId === '6')).toMatchObject({
      active: false,
      managerUserName: null,
    });
  });

  it('sets managers in a circle in a second pass, in the same log row', async () => {
    const manages = (email: string) => ({ email, number: null, fullName: null });
    const people = [
      aPerson('1', { manager: manages('p2@acme.example') }),
      aPerson('2', { manager: manages('p1@acme.example') }),
    ];
    const bench = createBench({ people });
    const run = await bench.run();
    expect(bench.target.calls).toMatchObject({ create: 2, update: 1 });
    expect(
      bench.target
        .accounts()
        .map((account) => account.managerUserName)
        .sort(),
    ).toEqual(['p1@acme.example', 'p2@acme.example']);
    const log = await bench.log(run.id);
    expect(log.map((entry) => entry.outcome)).toEqual(['created', 'created']);
    expect(log.every((entry) => entry.modified.some((one) => one.attribute === 'managerUserName'))).toBe(true);
  });

  it('collapses double starts into the active run', async () => {
    const bench = createBench({ people: staff });
    const { engine } = bench.boot();
    const ids = await Promise.all([1, 2, 3].map(() => engine.start({ mode: 'live', trigger: 'manual' })));
    expect(new Set(ids).size).toBe(1);
    const [one, other] = await Promise.all([engine.resume(), engine.resume()]);
    expect(one).toEqual(other);
    expect(bench.target.accounts()).toHaveLength(5);
  });

  it('leaves the work to whoever holds the lease', async () => {
    const bench = createBench({ people: staff });
    const { engine } = bench.boot();
    await engine.start({ mode: 'live', trigger: 'manual' });
    await bench.journal.acquireLease('somebody', bench.clock.nowMs(), bench.clock.nowMs() + 60_000);
    expect(await engine.resume()).toEqual({ state: 'busy' });
    bench.clock.advance(60_000);
    expect(await engine.resume()).toMatchObject({ state: 'ended' });
  });

  it('asks for a wake-up before it works and takes it back afterwards', async () => {
    const bench = createBench({ people: staff });
    const startedMs = bench.clock.nowMs();
    await bench.run();
    expect(bench.wakeUps[0]).toBe(startedMs + 60_000);
    expect(bench.wakeUps.at(-1)).toBeNull();
  });

  it('is idle without a run', async () => {
    expect(await createBench({ people: [] }).boot().engine.resume()).toEqual({ state: 'idle' });
  });

  it('remembers what the source asked for, but only when it ended well', async () => {
    const bench = createBench({ people: staff });
    bench.interfereWith('target', () => ({ kind: 'fail-before', error: new Error('broken') }));
    expect((await bench.run()).state).toBe('failed');
    expect((await bench.journal.recall(['source:seen'])).size).toBe(0);
    bench.interfereWith('target', () => null);
    await bench.run();
    expect((await bench.journal.recall(['source:seen'])).get('source:seen')).toBe(6);
  });

  it('goes on when the signal has ended the work before', async () => {
    const bench = createBench({ people: staff });
    const { engine } = bench.boot();
    await engine.start({ mode: 'live', trigger: 'manual' });
    const stop = new AbortController();
    bench.interfereWith('target', (method) => {
      if (method === 'create' && bench.target.calls.create === 2) stop.abort();
      return null;
    });
    expect(await engine.resume(stop.signal)).toMatchObject({ state: 'sleeping' });
    bench.interfereWith('target', () => null);
    const run = await bench.settle();
    expect(run.counts).toMatchObject({ created: 5, failed: 0 });
    expect(bench.target.accounts()).toHaveLength(5);
  });
});

describe('cancelling', () => {
  it('stops before the next operation and says so in the log', async () => {
    const bench = createBench({ people: staff });
    const { engine } = bench.boot();
    const id = await engine.start({ mode: 'live', trigger: 'manual' });
    bench.interfereWith('target', (method) => {
      if (method === 'create' && bench.target.calls.create === 2) void engine.cancel(id as RunId);
      return null;
    });
    const rest = await engine.resume();
    expect(rest).toMatchObject({ state: 'ended', run: { state: 'cancelled', error: { code: 'run-cancelled' } } });
    expect(bench.target.accounts()).toHaveLength(3);
    const log = await bench.log(id);
    expect(log.filter((entry) => entry.error?.code === 'run-cancelled')).toHaveLength(2);
    const run = await bench.journal.loadRun(id);
    expect(run?.counts).toMatchObject({ created: 3, waiting: 2, skipped: 1 });
  });

  it('reaches a run that nobody is working on', async () => {
    const bench = createBench({ people: staff });
    const { engine } = bench.boot();
    const id = await engine.start({ mode: 'live', trigger: 'manual' });
    await engine.cancel(id);
    expect(await bench.settle()).toMatchObject({ state: 'cancelled' });
    expect(bench.target.calls.create).toBe(0);
  });
});

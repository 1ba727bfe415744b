import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../../utils/core/ids.ts';
import { memoryKeys } from '../../../utils/engine/memory-keys.ts';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const staff = Array.from({ length: 12 }, (_, at) => aPerson(String(at + 1)));
const one = (id: string) => ({ kind: 'person', sourceId: id as SourceId }) as const;
const account = (bench: ReturnType<typeof createBench>, id: string) =>
  bench.target.accounts().find(({ externalId }) => externalId === id);

describe('a run of one person', () => {
  it('writes that person and nobody else, with one row', async () => {
    const bench = createBench({ people: staff, policy: permissivePolicy });
    await bench.run();
    bench.people = staff.map((person) => ({ ...person, job: 'New' }));
    const run = await bench.runTask(one('3'));
    expect(run).toMatchObject({ state: 'succeeded', task: one('3'), counts: { updated: 1, unchanged: 0 } });
    expect(account(bench, '3')?.title).toBe('New');
    expect(account(bench, '4')?.title).toBeNull();
    expect((await bench.log(run.id)).map(({ sourceId }) => sourceId)).toEqual(['3']);
  });

  it('never disables others who are gone, and the one only from a complete snapshot', async () => {
    const bench = createBench({ people: staff, policy: permissivePolicy });
    await bench.run();
    bench.people = staff.slice(0, 10);
    expect((await bench.runTask(one('1'))).counts).toMatchObject({ disabled: 0, unchanged: 1 });
    expect((await bench.runTask(one('12'))).counts).toMatchObject({ disabled: 1 });
    expect(account(bench, '11')?.active).toBe(true);
    expect(account(bench, '12')?.active).toBe(false);
  });

  it('does not count as a good run of everyone', async () => {
    const bench = createBench({ people: staff, policy: permissivePolicy });
    await bench.runTask(one('1'));
    expect(await bench.journal.recall([memoryKeys.previous])).toEqual(new Map());
    expect((await bench.journal.queryPeople({ limit: 100 })).people).toHaveLength(1);
    await bench.run();
    await bench.runTask(one('1'));
    expect((await bench.journal.queryPeople({ limit: 100 })).people).toHaveLength(12);
  });

  it('is held back by the guardrails like any other', async () => {
    const bench = createBench({ people: staff });
    await bench.run();
    bench.people = staff.slice(0, 6);
    const run = await bench.runTask(one('12'));
    expect(run.state).toBe('awaiting-approval');
    expect(run.findings.map(({ rule }) => rule)).toContain('source-shrunken');
  });

  it('leaves out a manager whose account is not there yet, and says so', async () => {
    const people = [
      aPerson('1'),
      aPerson('2', { manager: { email: 'p1@acme.example', number: null, fullName: null } }),
    ];
    const bench = createBench({ people, policy: permissivePolicy });
    const run = await bench.runTask(one('2'));
    expect(run.counts).toMatchObject({ created: 1, failed: 0 });
    expect((await bench.log(run.id))[0]?.params).toEqual({ managerNote: 'manager-not-written-yet' });
    await bench.run();
    expect(account(bench, '2')?.managerUserName).toBe('p1@acme.example');
  });

  it('shows what it would do when dry', async () => {
    const bench = createBench({ people: staff });
    const run = await bench.runTask(one('1'), 'dry');
    expect(run.counts).toMatchObject({ created: 1 });
    expect(bench.target.calls.create).toBe(0);
  });

  it('neither joins another run nor ends one that waits', async () => {
    const bench = createBench({
      people: staff,
      policy: {
        ...permissivePolicy,
        thresholds: { ...permissivePolicy.thresholds, create: { number: 1, percent: null } },
      },
    });
    const waiting = await bench.run();
    expect(waiting.state).toBe('awaiting-approval');
    await expect(bench.runTask(one('1'))).rejects.toMatchObject({ code: 'run-active' });
    expect(await bench.journal.activeRun()).toMatchObject({ id: waiting.id });
  });
});

describe('after any run', () => {
  it('keeps everybody with the manager and the row that tells of them', async () => {
    const people = [
      aPerson('1'),
      aPerson('2', { manager: { email: 'p1@acme.example', number: null, fullName: null } }),
    ];
    const bench = createBench({ people });
    const run = await bench.run('dry');
    const known = await bench.journal.readPerson('2' as SourceId);
    expect(known).toMatchObject({ managerId: '1', managerUserName: 'p1@acme.example', runId: run.id });
    expect(await bench.journal.readEntry(run.id, known?.seq ?? -1)).toMatchObject({
      sourceId: '2',
      outcome: 'created',
    });
    bench.people = people.slice(0, 1);
    await bench.run('dry');
    expect(await bench.journal.readPerson('2' as SourceId)).toBeNull();
  });
});

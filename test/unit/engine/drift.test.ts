import { describe, expect, it } from 'vitest';
import type { Account } from '../../../utils/core/account.ts';
import type { DriftDecision } from '../../../utils/core/drift.ts';
import type { SourceId, TargetId } from '../../../utils/core/ids.ts';
import { defaultMapping } from '../../../utils/core/mapping/mapping-rule.ts';
import { memoryKeys, readDriftReport } from '../../../utils/engine/memory-keys.ts';
import { toIsoTime } from '../../../utils/ports/clock.ts';
import { type Bench, createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const staff = Array.from({ length: 4 }, (_, at) =>
  aPerson(String(at + 1), { job: 'Cook', phoneNumber: '+31612345678' }),
);
const account = (bench: Bench, id: string) =>
  bench.target.accounts().find(({ externalId }) => externalId === id) as Account;
const edit = (bench: Bench, id: string, changes: Partial<Account>) =>
  bench.target.update(account(bench, id).targetId as TargetId, changes, null);
const report = async (bench: Bench) => {
  const run = await bench.runTask({ kind: 'drift' }, 'dry');
  return { run, drifts: (await bench.journal.queryDrift({ limit: 100 })).drifts };
};

async function edited() {
  const bench = createBench({ people: staff, policy: permissivePolicy });
  await bench.run();
  await edit(bench, '2', { title: 'Chef' });
  await edit(bench, '3', { active: false });
  return bench;
}

const decide = (over: Partial<DriftDecision>): DriftDecision => ({
  sourceId: '2' as SourceId,
  attribute: 'title',
  choice: 'accept',
  ours: 'Cook',
  theirs: 'Chef',
  until: null,
  ...over,
});

describe('the drift report', () => {
  it('names what somebody has changed in the target, person by person, and asks the target only', async () => {
    const bench = await edited();
    const { run, drifts } = await report(bench);
    expect(run).toMatchObject({ state: 'succeeded', requests: { source: 0 } });
    expect(drifts).toMatchObject([
      {
        sourceId: '2',
        displayName: 'Given2 Family2',
        differences: [{ attribute: 'title', applied: 'Cook', found: 'Chef' }],
      },
      { sourceId: '3', differences: [{ attribute: 'active', applied: true, found: false }] },
    ]);
    expect(account(bench, '2').title).toBe('Chef');
    const memory = await bench.journal.recall([memoryKeys.drift]);
    expect(readDriftReport(memory.get(memoryKeys.drift))).toEqual({ runId: run.id, at: run.endedAt });
  });

  it('is empty where nothing has changed, and after the next run has set it back', async () => {
    const bench = await edited();
    await report(bench);
    await bench.run();
    expect((await report(bench)).drifts).toEqual([]);
  });

  it('says nothing about attributes that are not ours to write', async () => {
    const bench = await edited();
    bench.policy = { ...permissivePolicy, mapping: { title: { ...defaultMapping.title, write: 'on-create' } } };
    expect((await report(bench)).drifts.map(({ sourceId }) => sourceId)).toEqual(['3']);
  });

  it('tells of an account that is gone', async () => {
    const bench = await edited();
    const gone = account(bench, '4').targetId;
    bench.replaceInTarget({
      listStep: async (cursor, signal) => {
        const page = await bench.target.listStep(cursor, signal);
        return { ...page, accounts: page.accounts.filter(({ targetId }) => targetId !== gone) };
      },
    });
    expect((await report(bench)).drifts).toContainEqual(
      expect.objectContaining({ sourceId: '4', isGone: true, differences: [] }),
    );
  });
});

describe('a decision about drift', () => {
  it('leaves an accepted value, and says so in the log, until the source or the target has another one', async () => {
    const bench = await edited();
    await bench.journal.saveDecision(decide({}));
    const run = await bench.run();
    expect(account(bench, '2').title).toBe('Chef');
    expect((await bench.log(run.id)).find(({ sourceId }) => sourceId === '2')).toMatchObject({
      outcome: 'unchanged',
      params: { left: 'title' },
    });
    await edit(bench, '2', { title: 'Boss' });
    await bench.run();
    expect(account(bench, '2').title).toBe('Cook');
    await edit(bench, '2', { title: 'Chef' });
    bench.people = staff.map((person) => (person.sourceId === '2' ? { ...person, job: 'Baker' } : person));
    await bench.run();
    expect(account(bench, '2').title).toBe('Baker');
  });

  it('still writes everything else of that person', async () => {
    const bench = await edited();
    await edit(bench, '2', { phoneNumber: null });
    await bench.journal.saveDecision(decide({}));
    const run = await bench.run();
    expect(account(bench, '2')).toMatchObject({ title: 'Chef', phoneNumber: '+31612345678' });
    expect((await bench.log(run.id)).find(({ sourceId }) => sourceId === '2')).toMatchObject({
      outcome: 'updated',
      params: { left: 'title' },
    });
  });

  it('ignores whatever they have for as long as was chosen', async () => {
    const bench = await edited();
    await bench.journal.saveDecision(decide({ choice: 'ignore', until: toIsoTime(bench.clock.nowMs() + 86_400_000) }));
    await edit(bench, '2', { title: 'Boss' });
    await bench.run();
    expect(account(bench, '2').title).toBe('Boss');
    bench.clock.advance(86_400_000);
    await bench.run();
    expect(account(bench, '2').title).toBe('Cook');
  });

  it('leaves an account switched off, with nothing written to it', async () => {
    const bench = await edited();
    await edit(bench, '3', { title: 'Chef' });
    await bench.journal.saveDecision(
      decide({ sourceId: '3' as SourceId, attribute: 'active', ours: true, theirs: false }),
    );
    await bench.run();
    expect(account(bench, '3')).toMatchObject({ active: false, title: 'Chef' });
  });

  it('never keeps the login of another', async () => {
    const bench = await edited();
    await edit(bench, '2', { userName: 'other@acme.example' });
    await bench.journal.saveDecision(
      decide({ attribute: 'userName', ours: 'p2@acme.example', theirs: 'other@acme.example' }),
    );
    await bench.run();
    expect(account(bench, '2').userName).toBe('p2@acme.example');
  });
});

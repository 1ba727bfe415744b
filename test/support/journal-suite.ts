import { beforeEach, describe, expect, it } from 'vitest';
import type { Drift, DriftDecision } from '../../utils/core/drift.ts';
import type { ErrorInfo } from '../../utils/core/errors.ts';
import type { GuardrailFinding } from '../../utils/core/guardrails/guardrail.ts';
import type { Json, RunId, SourceId, TargetId } from '../../utils/core/ids.ts';
import { findTraces } from '../../utils/core/people/erase.ts';
import { noCounts, type RunEnding } from '../../utils/core/run/run.ts';
import { toIsoTime } from '../../utils/ports/clock.ts';
import type { DriftPage, Journal } from '../../utils/ports/journal.ts';
import { aKnownPerson, aLink, anAccount, anEntry, anOperation, aPerson, aRun, startMs } from './journal-rows.ts';

const every = ['create', 'update', 'disable'] as const;
const r1 = 'r1' as RunId;

/** What every journal must do. `open` gives a journal over the same store each time within one test. */
export function describeJournal(name: string, makeStore: () => () => Journal): void {
  describe(`journal: ${name}`, () => {
    let reopen: () => Journal;
    let journal: Journal;

    beforeEach(() => {
      reopen = makeStore();
      journal = reopen();
    });

    describe('runs', () => {
      it('has no active run at first', async () => {
        expect(await journal.activeRun()).toBeNull();
        expect(await journal.loadRun(r1)).toBeNull();
      });

      it('keeps a run for the next process', async () => {
        const run = aRun('r1', { findings: [], notices: [{ code: 'x', params: { a: 1 } }] });
        await journal.createRun(run);
        expect(await reopen().activeRun()).toEqual(run);
      });

      it('refuses a second run while one has not ended', async () => {
        await journal.createRun(aRun('r1'));
        await expect(journal.createRun(aRun('r2'))).rejects.toMatchObject({ code: 'run-active' });
        expect((await journal.activeRun())?.id).toBe('r1');
        expect(await journal.loadRun('r2' as RunId)).toBeNull();
      });

      it('takes a new run once the old one has ended', async () => {
        await journal.createRun(aRun('r1'));
        await journal.endRun(aRun('r1', { state: 'succeeded' }), []);
        expect(await journal.activeRun()).toBeNull();
        await journal.createRun(aRun('r2'));
        expect((await journal.activeRun())?.id).toBe('r2');
      });

      it('lists the newest first', async () => {
        for (const [at, id] of ['a', 'b', 'c'].entries()) {
          await journal.createRun(aRun(id, { startedAt: toIsoTime(startMs + at * 1000) }));
          await journal.endRun(aRun(id, { startedAt: toIsoTime(startMs + at * 1000), state: 'failed' }), []);
        }
        expect((await journal.listRuns(2)).map((run) => run.id)).toEqual(['c', 'b']);
      });

      it('keeps a request to cancel until the run has ended', async () => {
        await journal.createRun(aRun('r1'));
        expect(await journal.isCancelRequested(r1)).toBe(false);
        await journal.requestCancel(r1);
        expect(await reopen().isCancelRequested(r1)).toBe(true);
        await journal.endRun(aRun('r1', { state: 'cancelled' }), []);
        expect(await journal.isCancelRequested(r1)).toBe(false);
      });
    });

    describe('pages', () => {
      const step = { people: [aPerson('1')], managers: [], remember: [{ key: 'k', value: [1] }] };

      it('keeps a source page and the cursor together', async () => {
        await journal.createRun(aRun('r1'));
        await journal.saveSourceStep(aRun('r1', { sourceCursor: { at: 2 } }), 0, step);
        expect((await journal.activeRun())?.sourceCursor).toEqual({ at: 2 });
        expect(await journal.readSourceSteps(r1)).toEqual([step]);
      });

      it('gives pages in their order and keeps the evidence', async () => {
        await journal.createRun(aRun('r1'));
        const evidence = { companies: [], unread: [], notices: [], calls: 3 };
        for (let page = 0; page < 12; page += 1) {
          await journal.saveSourceStep(aRun('r1'), page, { ...step, people: [aPerson(String(page))] });
        }
        await journal.saveSourceStep(aRun('r1'), 12, { ...step, people: [], evidence });
        const steps = await journal.readSourceSteps(r1);
        expect(steps.flatMap((each) => each.people.map((person) => person.sourceId))).toEqual(
          Array.from({ length: 12 }, (_, page) => String(page)),
        );
        expect(steps.at(-1)?.evidence).toEqual(evidence);
      });

      it('gives of a step what is asked for, however long it is', async () => {
        await journal.createRun(aRun('r1'));
        const long = {
          people: Array.from({ length: 300 }, (_, at) => aPerson(String(at))),
          managers: [],
          remember: Array.from({ length: 300 }, (_, at) => ({ key: `k${at}`, value: at })),
        };
        await journal.saveSourceStep(aRun('r1'), 0, long);
        await journal.saveSourceStep(aRun('r1'), 1, step);
        expect(await journal.readSourceSteps(r1)).toEqual([long, step]);
        expect(await journal.readSourceSteps(r1, ['people', 'managers'])).toEqual(
          [long, step].map((each) => ({ ...each, remember: [] })),
        );
        expect(await journal.readSourceSteps(r1, ['remember'])).toEqual(
          [long, step].map((each) => ({ ...each, people: [] })),
        );
      });

      it('drops later pages when a list begins anew', async () => {
        await journal.createRun(aRun('r1'));
        await journal.saveTargetPage(aRun('r1'), 0, [anAccount('1')]);
        await journal.saveTargetPage(aRun('r1'), 1, [anAccount('2')]);
        await journal.saveTargetPage(aRun('r1'), 0, [anAccount('3')]);
        expect(await journal.readTargetPages(r1)).toEqual([[anAccount('3')]]);
      });

      it('drops them with the end of the run and remembers the facts', async () => {
        await journal.createRun(aRun('r1'));
        await journal.saveSourceStep(aRun('r1'), 0, step);
        await journal.saveTargetPage(aRun('r1'), 0, [anAccount('1')]);
        expect(await journal.recall(['k'])).toEqual(new Map());
        await journal.endRun(aRun('r1', { state: 'succeeded' }), [
          { key: 'k', value: { deep: [1] } },
          { key: 'l', value: 2 },
        ]);
        expect(await journal.readSourceSteps(r1)).toEqual([]);
        expect(await journal.readTargetPages(r1)).toEqual([]);
        expect(await journal.recall(['k', 'l', 'm'])).toEqual(
          new Map<string, unknown>([
            ['k', { deep: [1] }],
            ['l', 2],
          ]),
        );
      });

      it('forgets what is remembered as null', async () => {
        await journal.createRun(aRun('r1'));
        await journal.endRun(aRun('r1', { state: 'succeeded' }), [{ key: 'k', value: 1 }]);
        await journal.createRun(aRun('r2'));
        await journal.endRun(aRun('r2', { state: 'succeeded' }), [{ key: 'k', value: null }]);
        expect((await journal.recall(['k'])).has('k')).toBe(false);
      });

      it('forgets a target with all that holds for it, and keeps the log', async () => {
        await journal.createRun(aRun('r1'));
        await journal.savePlan(aRun('r1'), { operations: [], entries: [anEntry('r1', 0)], links: [aLink('1')] });
        await journal.forgetTarget();
        expect(await reopen().hasLinks()).toBe(false);
        expect((await journal.queryLog({ limit: 5 })).entries).toHaveLength(1);
      });

      it('remembers at once, and forgets, while a run goes on', async () => {
        await journal.createRun(aRun('r1'));
        await journal.remember([
          { key: 'k', value: { a: [1] } },
          { key: 'l', value: 2 },
        ]);
        await journal.remember([{ key: 'l', value: null }]);
        expect(await reopen().recall(['k', 'l'])).toEqual(new Map([['k', { a: [1] }]]));
        expect((await journal.activeRun())?.id).toBe('r1');
      });
    });

    describe('operations', () => {
      const plan = {
        operations: [
          anOperation('r1', 0),
          anOperation('r1', 1, { kind: 'disable' }),
          anOperation('r1', 2, { kind: 'update' }),
          anOperation('r1', 3),
        ],
        entries: [0, 1, 2, 3, 4].map((seq) => anEntry('r1', seq)),
        links: [aLink('9')],
      };

      it('stores a plan and gives its open operations in order, of the kinds asked for', async () => {
        await journal.createRun(aRun('r1'));
        await journal.savePlan(aRun('r1', { state: 'applying', planHash: 'h' }), plan);
        const seqs = async (kinds: readonly ('create' | 'update' | 'disable')[], limit: number) =>
          (await reopen().openOperations(r1, kinds, limit)).map((operation) => operation.seq);
        expect(await seqs(every, 10)).toEqual([0, 1, 2, 3]);
        expect(await seqs(every, 2)).toEqual([0, 1]);
        expect(await seqs(['create'], 10)).toEqual([0, 3]);
        expect(await seqs([], 10)).toEqual([]);
        expect((await journal.activeRun())?.planHash).toBe('h');
        expect((await journal.readLinks()).get('9' as SourceId)).toEqual(aLink('9'));
        expect(await journal.readEntry(r1, 4)).toEqual(anEntry('r1', 4));
        expect(await journal.readEntry(r1, 5)).toBeNull();
      });

      it('replaces the plan of a planning that died on the way', async () => {
        await journal.createRun(aRun('r1'));
        await journal.savePlan(aRun('r1'), plan);
        await journal.savePlan(aRun('r1'), {
          operations: [anOperation('r1', 0)],
          entries: [anEntry('r1', 0)],
          links: [],
        });
        expect(await journal.openOperations(r1, every, 10)).toHaveLength(1);
        expect(await journal.readEntry(r1, 1)).toBeNull();
      });

      it('forgets the rows of a plan that never came about', async () => {
        await journal.createRun(aRun('r1'));
        await journal.savePlan(aRun('r1'), plan);
        await journal.endRun(aRun('r1', { state: 'cancelled', planHash: null }), []);
        expect((await reopen().queryLog({ runId: r1, limit: 10 })).entries).toEqual([]);
        expect(await journal.readEntry(r1, 0)).toBeNull();
      });

      it('stores plans of several thousand people whole', async () => {
        await journal.createRun(aRun('r1'));
        const seqs = Array.from({ length: 2_500 }, (_, seq) => seq);
        await journal.savePlan(aRun('r1'), {
          operations: seqs.map((seq) => anOperation('r1', seq)),
          entries: seqs.map((seq) => anEntry('r1', seq)),
          links: [],
        });
        expect(await journal.openOperations(r1, every, 5_000)).toHaveLength(2_500);
        expect((await journal.queryLog({ runId: r1, limit: 5_000 })).entries).toHaveLength(2_500);
      });

      it('writes ahead: an operation in flight is still open and known as such', async () => {
        await journal.createRun(aRun('r1'));
        await journal.savePlan(aRun('r1'), plan);
        await journal.markInFlight([{ ...anOperation('r1', 0), attempts: 1 }], startMs);
        const [first] = await reopen().openOperations(r1, every, 1);
        expect(first).toMatchObject({ seq: 0, status: 'in-flight', attempts: 1 });
        expect(await journal.nextRequestAt({ requests: 1, windowMs: 1000 }, startMs)).toBe(startMs + 1000);
      });

      it('puts all that one request carries in flight, and counts one request', async () => {
        await journal.createRun(aRun('r1'));
        await journal.savePlan(aRun('r1'), plan);
        await journal.markInFlight([anOperation('r1', 0), anOperation('r1', 1)], startMs);
        const open = await reopen().openOperations(r1, every, 3);
        expect(open.map(({ status }) => status).slice(0, 2)).toEqual(['in-flight', 'in-flight']);
        expect(await journal.countRequests(startMs - 1)).toBe(1);
        expect(await journal.countRequests(startMs)).toBe(0);
      });

      it('settles outcome, link, row and run together', async () => {
        await journal.createRun(aRun('r1'));
        await journal.savePlan(aRun('r1'), plan);
        const counts = { ...noCounts, created: 1 };
        await journal.settle({
          run: aRun('r1', { counts }),
          operation: anOperation('r1', 0, { status: 'done' }),
          entry: anEntry('r1', 0, { outcome: 'created' }),
          link: aLink('0'),
        });
        const after = reopen();
        expect((await after.openOperations(r1, every, 10)).map((operation) => operation.seq)).toEqual([1, 2, 3]);
        expect((await after.readEntry(r1, 0))?.outcome).toBe('created');
        expect(await after.readLink('0' as SourceId)).toEqual(aLink('0'));
        expect((await after.activeRun())?.counts).toEqual(counts);
      });

      it('drops a link and keeps escrow', async () => {
        const escrow = {
          sourceId: '9' as SourceId,
          failures: 2,
          firstFailedAt: toIsoTime(startMs),
          retryAt: toIsoTime(startMs + 1),
          attempted: '{}',
          error: { code: 'target-timeout', params: {}, retryable: true } satisfies ErrorInfo,
        };
        await journal.createRun(aRun('r1'));
        await journal.savePlan(aRun('r1'), plan);
        const operation = anOperation('r1', 0, { status: 'escrow' });
        await journal.settle({
          run: aRun('r1'),
          operation,
          entry: null,
          link: null,
          dropLink: '9' as SourceId,
          escrow,
        });
        expect(await journal.readLink('9' as SourceId)).toBeNull();
        expect(await journal.readEscrow()).toEqual(new Map([['9', escrow]]));
        expect((await journal.readEntry(r1, 0))?.outcome).toBe('waiting');
        await journal.settle({ run: aRun('r1'), operation, entry: null, link: null, leaveEscrow: '9' as SourceId });
        expect(await journal.readEscrow()).toEqual(new Map());
      });

      it('closes what is open in portions and moves the counts', async () => {
        const error: ErrorInfo = { code: 'target-auth', params: {}, retryable: false };
        const ending: RunEnding = { state: 'failed', outcome: 'failed', error, retryAt: null };
        const run = aRun('r1', { state: 'applying', counts: { ...noCounts, waiting: 4, created: 1 } });
        await journal.createRun(run);
        await journal.savePlan(run, {
          ...plan,
          // 3 is a second pass of 0, which went well.
          operations: [...plan.operations.slice(1, 3), anOperation('r1', 3, { entrySeq: 0 })],
          entries: [anEntry('r1', 0, { outcome: 'created' }), ...plan.entries.slice(1)],
        });
        const first = await journal.closeOpen(run, ending, startMs, 2);
        expect(first.more).toBe(true);
        const second = await journal.closeOpen(first.run, ending, startMs, 2);
        expect(second.more).toBe(false);
        expect(second.run.counts).toEqual({ ...noCounts, waiting: 2, failed: 3 });
        expect(await journal.activeRun()).toEqual(second.run);
        expect(await journal.openOperations(r1, every, 10)).toEqual([]);
        expect((await journal.readEntry(r1, 1))?.error).toEqual(error);
        expect((await journal.readEntry(r1, 0))?.outcome).toBe('failed');
        expect((await journal.readEntry(r1, 4))?.outcome).toBe('waiting');
      });
    });

    describe('provisioning log', () => {
      beforeEach(async () => {
        for (const [at, id] of ['r1', 'r2'].entries()) {
          const entries = [0, 1, 2, 3, 4].map((seq) =>
            anEntry(id, seq, {
              at: toIsoTime(startMs + at * 60_000),
              outcome: seq % 2 === 0 ? 'created' : 'failed',
              displayName: seq === 3 ? 'Zoë de Vries' : `Name${seq}`,
            }),
          );
          await journal.createRun(aRun(id));
          await journal.savePlan(aRun(id), { operations: [], entries, links: [] });
          await journal.endRun(aRun(id, { state: 'succeeded' }), []);
        }
      });

      it('pages through one run in the order of the plan', async () => {
        const first = await journal.queryLog({ runId: r1, limit: 3 });
        expect(first.entries.map((entry) => entry.seq)).toEqual([0, 1, 2]);
        const second = await journal.queryLog({ runId: r1, limit: 3, cursor: first.next });
        expect(second.entries.map((entry) => entry.seq)).toEqual([3, 4]);
        expect(second.next).toBeNull();
      });

      it('filters by outcome and by text', async () => {
        const failed = await journal.queryLog({ runId: r1, outcomes: ['failed'], limit: 10 });
        expect(failed.entries.map((entry) => entry.seq)).toEqual([1, 3]);
        const named = await journal.queryLog({ text: 'ZOË', limit: 10 });
        expect(named.entries.map((entry) => [entry.runId, entry.seq])).toEqual([
          ['r2', 3],
          ['r1', 3],
        ]);
        expect((await journal.queryLog({ text: 'p4@acme', runId: r1, limit: 10 })).entries).toHaveLength(1);
      });

      it('gives everything newest first, in pages', async () => {
        const seen: string[] = [];
        let cursor: unknown = null;
        do {
          const page = await journal.queryLog({ limit: 3, cursor: cursor as null });
          seen.push(...page.entries.map((entry) => `${entry.runId}/${entry.seq}`));
          cursor = page.next;
        } while (cursor !== null);
        expect(new Set(seen).size).toBe(10);
        expect(seen.slice(0, 5).every((key) => key.startsWith('r2'))).toBe(true);
      });

      it('gives one person over all runs, in pages', async () => {
        const first = await journal.queryLog({ sourceId: '2' as SourceId, limit: 1 });
        const second = await journal.queryLog({ sourceId: '2' as SourceId, limit: 1, cursor: first.next });
        expect([...first.entries, ...second.entries].map((entry) => entry.runId)).toEqual(['r2', 'r1']);
      });
    });

    describe('people', () => {
      const known = ['2', '1', '3'].map((id) => aKnownPerson(id));
      const savePeople = (people = known, forgetOthers = false) =>
        journal.savePlan(aRun('r1'), { operations: [], entries: [], links: [], people, forgetOthers });

      it('are given by family name, in pages, to the next process too', async () => {
        await journal.createRun(aRun('r1'));
        await savePeople();
        const first = await reopen().queryPeople({ limit: 2 });
        expect(first.people.map(({ sourceId }) => sourceId)).toEqual(['1', '2']);
        const second = await journal.queryPeople({ limit: 2, cursor: first.next });
        expect(second).toEqual({ people: [aKnownPerson('3')], next: null });
        expect(await journal.readPerson('2' as SourceId)).toEqual(aKnownPerson('2'));
        expect(await journal.readPerson('9' as SourceId)).toBeNull();
      });

      it('are found by part of a name, an address or an id', async () => {
        await journal.createRun(aRun('r1'));
        await savePeople();
        const found = async (text: string) =>
          (await journal.queryPeople({ text, limit: 10 })).people.map(({ sourceId }) => sourceId);
        expect(await found('FAMILY2')).toEqual(['2']);
        expect(await found('p3@acme')).toEqual(['3']);
        expect(await found('nobody')).toEqual([]);
      });

      it('stay known beside others, unless the others are all there are', async () => {
        await journal.createRun(aRun('r1'));
        await savePeople();
        await savePeople([aKnownPerson('4')]);
        expect((await journal.queryPeople({ limit: 10 })).people).toHaveLength(4);
        await savePeople([aKnownPerson('4')], true);
        expect((await journal.queryPeople({ limit: 10 })).people).toEqual([aKnownPerson('4')]);
      });
    });

    describe('drift', () => {
      const drift = (id: string): Drift => ({
        sourceId: id as SourceId,
        targetId: `t${id}` as TargetId,
        displayName: `Name${id}`,
        userName: `p${id}@acme.example`,
        isGone: false,
        differences: [{ attribute: 'title', applied: 'Cook', found: null }],
      });
      const decision = (id: string, choice: DriftDecision['choice']): DriftDecision => ({
        sourceId: id as SourceId,
        attribute: 'title',
        choice,
        ours: 'Cook',
        theirs: null,
        until: null,
      });

      it('is kept with the run that found it, in place of the one before, and given in pages', async () => {
        await journal.createRun(aRun('r1'));
        await journal.saveDrift(aRun('r1'), [drift('9')]);
        await journal.saveDrift(aRun('r1', { state: 'applying' }), [drift('1'), drift('2'), drift('3')]);
        expect((await reopen().activeRun())?.state).toBe('applying');
        const first = await journal.queryDrift({ limit: 2 });
        expect(first).toMatchObject({ drifts: [drift('1'), drift('2')], total: 3 });
        expect(await journal.queryDrift({ limit: 2, cursor: first.next })).toEqual({
          drifts: [drift('3')],
          total: 3,
          next: null,
        });
        expect(await journal.readDrift('2' as SourceId)).toEqual(drift('2'));
        expect(await journal.readDrift('9' as SourceId)).toBeNull();
      });

      it('may be many', async () => {
        await journal.createRun(aRun('r1'));
        const many = Array.from({ length: 1_200 }, (_, at) => drift(String(at).padStart(4, '0')));
        await journal.saveDrift(aRun('r1'), many);
        const seen: Drift[] = [];
        let cursor: Json = null;
        do {
          const page: DriftPage = await journal.queryDrift({ limit: 500, cursor });
          seen.push(...page.drifts);
          cursor = page.next;
        } while (cursor !== null);
        expect(seen).toEqual(many);
      });

      it('has one decision for each attribute of a person', async () => {
        await journal.saveDecision(decision('1', 'accept'));
        await journal.saveDecision(decision('1', 'ignore'));
        await journal.saveDecision(decision('2', 'accept'));
        expect(await reopen().readDecisions()).toEqual([decision('1', 'ignore'), decision('2', 'accept')]);
        await journal.dropDecision('1' as SourceId, 'title');
        expect(await journal.readDecisions()).toEqual([decision('2', 'accept')]);
      });
    });

    describe('forgetting', () => {
      const day = (days: number) => toIsoTime(startMs + days * 86_400_000);

      it('drops rows by age, oldest first and a bounded number at a time, then their runs', async () => {
        for (const days of [0, 1, 2]) {
          const run = aRun(`r${days}`, { startedAt: day(days), endedAt: day(days), state: 'succeeded' });
          await journal.createRun(run);
          const entries = [0, 1, 2].map((seq) => anEntry(run.id, seq, { at: day(days) }));
          await journal.savePlan(run, { operations: [], entries, links: [] });
          await journal.endRun(run, []);
        }
        expect(await journal.dropLogBefore(day(2), 4)).toEqual({ more: true });
        expect(await journal.dropLogBefore(day(2), 4)).toEqual({ more: false });
        expect((await reopen().queryLog({ limit: 100 })).entries.map((entry) => entry.runId)).toEqual([
          'r2',
          'r2',
          'r2',
        ]);
        expect((await journal.listRuns(10)).map(({ id }) => id)).toEqual(['r2']);
      });

      it('never drops a run that has not ended', async () => {
        await journal.createRun(aRun('r1', { state: 'awaiting-approval' }));
        await journal.dropLogBefore(day(900), 10);
        expect((await journal.activeRun())?.id).toBe('r1');
      });

      it('erases one person everywhere, and keeps only whose account it is', async () => {
        const login = 'p1@acme.example';
        const named: GuardrailFinding = {
          rule: 'mass-disable',
          verdict: 'needs-approval',
          blocks: 'disable',
          count: 2,
          of: 2,
          limit: { number: 1 },
          examples: ['Given1 Family1', 'Given2 Family2'],
        };
        const run = aRun('r1', { findings: [named] });
        await journal.createRun(run);
        await journal.savePlan(run, {
          operations: [],
          entries: [
            anEntry('r1', 1),
            anEntry('r1', 2, {
              modified: [{ attribute: 'managerUserName', from: null, to: login.toUpperCase() }],
              params: { accounts: `${login}, other@acme.example`, count: 2 },
            }),
          ],
          links: [aLink('1'), aLink('2', { applied: { title: 'Cook', managerUserName: login } })],
          people: [aKnownPerson('1'), { ...aKnownPerson('2'), managerId: '1' as SourceId, managerUserName: login }],
        });
        await journal.saveDecision({
          sourceId: '1' as SourceId,
          attribute: 'title',
          choice: 'accept',
          ours: 'a',
          theirs: 'b',
          until: null,
        });
        const facts = [
          { key: 'manager:2', value: { email: login } },
          { key: 'person:1', value: 1 },
          { key: 'person:11', value: 1 },
        ];
        await journal.endRun({ ...run, state: 'succeeded' }, facts);
        const rows = (await journal.queryLog({ sourceId: '1' as SourceId, limit: 10 })).entries;
        const traces = findTraces('1' as SourceId, { known: aKnownPerson('1'), link: aLink('1'), rows });
        let cursor: Json = null;
        do cursor = await journal.eraseMentions(traces, cursor, 1);
        while (cursor !== null);
        expect(await journal.erasePerson('1' as SourceId)).toEqual({ rows: 1 });

        const after = reopen();
        const left = [
          (await after.queryLog({ limit: 100 })).entries,
          (await after.queryPeople({ limit: 100 })).people,
          [...(await after.readLinks()).values()],
          await after.listRuns(10),
          await after.readDecisions(),
          [...(await after.recall(['manager:2', 'person:1', 'person:11'])).keys()],
        ];
        expect(JSON.stringify(left)).not.toMatch(/p1@|Given1/i);
        expect(left[0]).toMatchObject([
          { sourceId: '2', modified: [{ to: '***' }], params: { accounts: '***, other@acme.example', count: 2 } },
        ]);
        expect(left[2]).toMatchObject([
          { sourceId: '1', targetId: 't1', userName: '', applied: {} },
          { sourceId: '2', applied: { title: 'Cook' } },
        ]);
        expect(left.slice(4)).toEqual([[], ['person:11']]);
      });
    });

    describe('pace', () => {
      const budget = { requests: 3, windowMs: 10_000 };

      it('lets requests go at once while the budget lasts', async () => {
        expect(await journal.nextRequestAt(budget, startMs)).toBe(startMs);
        await journal.spendRequest(startMs);
        await journal.spendRequest(startMs + 100);
        expect(await journal.nextRequestAt(budget, startMs + 200)).toBe(startMs + 200);
      });

      it('waits for the oldest request to leave the window, also in another process', async () => {
        for (const offset of [0, 100, 200]) await journal.spendRequest(startMs + offset);
        expect(await reopen().nextRequestAt(budget, startMs + 300)).toBe(startMs + 10_000);
        expect(await journal.nextRequestAt(budget, startMs + 10_000)).toBe(startMs + 10_000);
        await journal.spendRequest(startMs + 10_000);
        expect(await journal.nextRequestAt(budget, startMs + 10_050)).toBe(startMs + 10_100);
      });

      it('forgets requests that no longer count, and none that does', async () => {
        for (const offset of [0, 100, 9_000]) await journal.spendRequest(startMs + offset);
        const later = reopen();
        expect(await later.nextRequestAt(budget, startMs + 10_100)).toBe(startMs + 10_100);
        expect(await later.countRequests(0)).toBe(1);
        for (const offset of [10_100, 10_200]) await later.spendRequest(startMs + offset);
        expect(await later.nextRequestAt(budget, startMs + 10_300)).toBe(startMs + 19_000);
      });

      it('holds every request when told so', async () => {
        await journal.holdRequestsUntil(startMs + 5_000, startMs);
        expect(await reopen().nextRequestAt(budget, startMs + 1)).toBe(startMs + 5_000);
        expect(await journal.nextRequestAt(budget, startMs + 6_000)).toBe(startMs + 6_000);
      });

      it('never waits longer than the window when the clock is set back', async () => {
        const earlier = startMs - 3_600_000;
        for (const offset of [0, 1, 2]) await journal.spendRequest(startMs + offset);
        await journal.holdRequestsUntil(startMs + 5_000, startMs);
        expect(await journal.nextRequestAt(budget, earlier)).toBe(earlier + 10_000);
        expect(await journal.nextRequestAt(budget, earlier + 4_000)).toBe(earlier + 10_000);
        expect(await journal.nextRequestAt(budget, earlier + 10_000)).toBe(earlier + 10_000);
      });
    });

    describe('lease', () => {
      it('belongs to one owner at a time', async () => {
        expect(await journal.acquireLease('a', startMs, startMs + 60_000)).toBe(true);
        expect(await reopen().acquireLease('b', startMs + 1, startMs + 60_001)).toBe(false);
        expect(await journal.acquireLease('a', startMs + 2, startMs + 60_002)).toBe(true);
      });

      it('is taken over once it has run out, and only released by its owner', async () => {
        await journal.acquireLease('a', startMs, startMs + 60_000);
        expect(await journal.acquireLease('b', startMs + 60_000, startMs + 120_000)).toBe(true);
        await journal.releaseLease('a');
        expect(await journal.acquireLease('a', startMs + 60_001, startMs + 120_001)).toBe(false);
        await journal.releaseLease('b');
        expect(await journal.acquireLease('a', startMs + 60_002, startMs + 120_002)).toBe(true);
      });

      it('does not lock anybody out when the clock is set back', async () => {
        await journal.acquireLease('a', startMs, startMs + 60_000);
        const earlier = startMs - 3_600_000;
        expect(await journal.acquireLease('b', earlier, earlier + 60_000)).toBe(true);
      });
    });
  });
}

import { describe, expect, it } from 'vitest';
import type { AttributeChanges, Desired } from '../../../utils/core/account.ts';
import { CompanionError, type ErrorCode, type ErrorParams } from '../../../utils/core/errors.ts';
import type { SourceId } from '../../../utils/core/ids.ts';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { createFakeTarget } from '../../support/fake-target.ts';
import { aPerson } from '../../support/journal-rows.ts';

const three = ['1', '2', '3'].map((id) => aPerson(id, { job: `Job ${id}` }));
const failing = (code: ErrorCode, params: ErrorParams = {}, retryAfterMs?: number) =>
  ({
    kind: 'fail-before',
    error: new CompanionError(code, params, retryAfterMs === undefined ? {} : { retryAfterMs }),
  }) as const;

describe('a source that refuses', () => {
  it.each([
    ['source-auth', 1],
    ['source-permission', 1],
    ['source-unavailable', 5],
    ['source-timeout', 5],
  ] as const)('%s ends the run after %i tries and writes nothing', async (code, tries) => {
    const bench = createBench({ people: three });
    let asked = 0;
    bench.interfereWith('source', () => {
      asked += 1;
      return failing(code, { service: 'EmployeeService' });
    });
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'failed', error: { code, params: { service: 'EmployeeService' } } });
    expect(asked).toBe(tries);
    expect(bench.target.calls).toMatchObject({ listStep: 0, create: 0 });
    expect(run.endedAt).not.toBeNull();
  });

  it('is asked again after a while, with the same cursor', async () => {
    const bench = createBench({ people: three.concat(aPerson('4'), aPerson('5'), aPerson('6')) });
    const cursors: unknown[] = [];
    bench.interfereWith('source', (_method, [cursor]) => {
      cursors.push(cursor);
      return cursors.length === 2 ? failing('source-truncated') : null;
    });
    expect((await bench.run()).state).toBe('succeeded');
    expect(cursors).toEqual([null, 5, 5]);
    expect(bench.clock.slept).toContain(1_000);
  });
});

describe('a target list that refuses', () => {
  it.each(['target-auth', 'target-forbidden'] as const)('%s ends the run at once', async (code) => {
    const bench = createBench({ people: three });
    bench.interfereWith('target', () => failing(code));
    expect(await bench.run()).toMatchObject({ state: 'failed', error: { code } });
    expect(bench.target.calls.create).toBe(0);
  });

  it('is begun anew when it changed while it was read', async () => {
    const target = createFakeTarget({ pageSize: 2 });
    for (const id of ['1', '2', '3']) {
      await target.create({ userName: `p${id}@acme.example`, externalId: id, active: true });
    }
    const bench = createBench({ people: three, target, policy: permissivePolicy });
    const cursors: unknown[] = [];
    bench.interfereWith('target', (method, [cursor]) => {
      if (method !== 'listStep') return null;
      cursors.push(cursor);
      return cursors.length === 2 ? failing('target-page-repeated') : null;
    });
    const run = await bench.run();
    expect(cursors).toEqual([null, 2, null, 2]);
    expect(run.counts).toMatchObject({ updated: 3, created: 0 });
  });

  it('fails the run when it never adds up, and nobody is written', async () => {
    const bench = createBench({ people: three });
    bench.interfereWith('target', () => failing('target-list-unstable'));
    expect(await bench.run()).toMatchObject({ state: 'failed', error: { code: 'target-list-unstable' } });
    expect(bench.target.calls.create).toBe(0);
  });
});

describe('a write that is refused', () => {
  it('ends the run at once when the credentials are', async () => {
    const bench = createBench({ people: three });
    bench.interfereWith('target', (method) => (method === 'create' ? failing('target-auth') : null));
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'failed', error: { code: 'target-auth' } });
    expect(run.counts).toMatchObject({ created: 0, failed: 3, waiting: 0 });
    const log = await bench.log(run.id);
    expect(log.map((entry) => entry.error?.code)).toEqual(['target-auth', 'target-auth', 'target-auth']);
  });

  it('fails one person and goes on with the others', async () => {
    const bench = createBench({ people: three });
    bench.interfereWith('target', (method, [desired]) =>
      method === 'create' && (desired as Desired).externalId === '2'
        ? failing('target-invalid', { detail: 'no' })
        : null,
    );
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'partial', counts: { created: 2, failed: 1 } });
    const [failed] = (await bench.log(run.id)).filter((entry) => entry.outcome === 'failed');
    expect(failed).toMatchObject({ sourceId: '2', error: { code: 'target-invalid', params: { detail: 'no' } } });
    expect((await bench.journal.readEscrow()).get('2' as SourceId)).toMatchObject({ failures: 1 });
  });

  it('waits as long as it is told to when it is too fast', async () => {
    const bench = createBench({ people: three });
    let refusals = 0;
    bench.interfereWith('target', (method) => {
      if (method !== 'create' || bench.target.calls.create !== 1 || refusals === 2) return null;
      refusals += 1;
      return failing('target-rate-limited', {}, 90_000);
    });
    const startedMs = bench.clock.nowMs();
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
    expect(bench.clock.nowMs() - startedMs).toBe(180_000);
    expect(bench.target.calls).toMatchObject({ create: 3, find: 0, read: 0 });
  });
});

describe('an attribute that is not taken', () => {
  const refuseTitles = (refused: string) => (_method: string, args: readonly unknown[]) => {
    const changes = args.find((arg) => typeof arg === 'object' && arg !== null && 'title' in arg);
    return changes ? failing('target-invalid', { attribute: 'title', refused }) : null;
  };

  it('is left out for everybody after the first refusal, with one notice, and in later runs', async () => {
    const bench = createBench({ people: three, policy: permissivePolicy });
    let writes = 0;
    bench.interfereWith('target', (method, args) => {
      if (method !== 'create' && method !== 'update') return null;
      writes += 1;
      return refuseTitles('attribute')(method, args);
    });
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
    expect(run.notices).toEqual([{ code: 'attribute-not-accepted', params: { attribute: 'title' } }]);
    expect(writes).toBe(4);
    const log = await bench.log(run.id);
    expect(log.every((entry) => entry.params.notAccepted === 'title')).toBe(true);
    expect(log.flatMap((entry) => entry.modified).some((one) => one.attribute === 'title')).toBe(false);
    const again = await bench.run();
    expect(again.counts).toMatchObject({ unchanged: 3 });
    expect(writes).toBe(4);
  });

  it('is tried again after a week', async () => {
    const bench = createBench({ people: three, policy: permissivePolicy });
    bench.interfereWith('target', (_method, args) => refuseTitles('attribute')(_method, args));
    await bench.run();
    bench.interfereWith('target', () => null);
    bench.clock.advance(8 * 24 * 3_600_000);
    const run = await bench.run();
    // On two people, so that a week of waiting never ends in a change to everybody that is refused again.
    expect(run.counts).toMatchObject({ updated: 2, unchanged: 1 });
    expect(run.notices).toEqual([{ code: 'attribute-accepted-again', params: { attribute: 'title' } }]);
    expect((await bench.run()).counts).toMatchObject({ updated: 1, unchanged: 2 });
    expect(bench.target.accounts().map((account) => account.title)).toEqual(['Job 1', 'Job 2', 'Job 3']);
    expect((await bench.run()).counts).toMatchObject({ unchanged: 3 });
  });

  it('is tried again each week on two people only, as long as it is dropped', async () => {
    const many = Array.from({ length: 20 }, (_, at) => aPerson(String(at + 1), { job: 'Job' }));
    const target = createFakeTarget();
    const bench = createBench({ people: many, target });
    bench.replaceInTarget({
      create: async ({ title: _, ...desired }) => ({ ...(await target.create(desired)), dropped: ['title'] }),
      async update(id, { title, ...changes }, version) {
        const result = await target.update(id, changes, version);
        return { ...result, dropped: title === undefined ? [] : ['title'] };
      },
    });
    await bench.run();
    for (let week = 1; week <= 3; week += 1) {
      bench.clock.advance(8 * 24 * 3_600_000);
      const run = await bench.run();
      expect(run).toMatchObject({ state: 'succeeded', counts: { unchanged: 20 } });
      expect(run.notices).toEqual([{ code: 'attribute-not-accepted', params: { attribute: 'title' } }]);
      expect(target.calls.update).toBe(2 * week);
      expect((await bench.run()).notices).toEqual([]);
    }
    // With nobody to try it on, it waits for somebody.
    bench.people = many.map((person) => ({ ...person, job: null }));
    bench.clock.advance(8 * 24 * 3_600_000);
    await bench.run();
    bench.people = many;
    await bench.run();
    expect(target.calls.update).toBe(8);
  });

  it('counts as not taken when the values of five people are refused and nobody has one', async () => {
    const many = Array.from({ length: 20 }, (_, at) => aPerson(String(at + 1), { job: 'Job' }));
    const bench = createBench({ people: many, policy: permissivePolicy });
    bench.interfereWith('target', refuseTitles('value'));
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 20 } });
    expect(run.notices).toEqual([{ code: 'attribute-not-accepted', params: { attribute: 'title' } }]);
    expect(bench.target.calls.create).toBe(20);
    expect(await bench.run()).toMatchObject({ notices: [], counts: { unchanged: 20 } });
  });

  it('stays the trouble of those whose value is refused where others have one', async () => {
    const many = Array.from({ length: 20 }, (_, at) => aPerson(String(at + 1), { job: 'Job' }));
    const target = createFakeTarget();
    await target.create({ userName: 'x@acme.example', externalId: '99', active: true, title: 'Job' });
    const bench = createBench({ people: many, target, policy: permissivePolicy });
    bench.interfereWith('target', refuseTitles('value'));
    expect(await bench.run()).toMatchObject({ notices: [], counts: { created: 20 } });
  });

  it('is no matter of a manager whom the target does not know', async () => {
    const by = { number: '1', email: 'p1@acme.example', fullName: null };
    const team = ['1', '2', '3', '4'].map((id) => aPerson(id, { manager: id === '1' ? null : by }));
    const target = createFakeTarget();
    const bench = createBench({ people: team, target, policy: permissivePolicy });
    let isBossRefused = true;
    bench.replaceInTarget({
      async create(desired) {
        if (isBossRefused && desired.externalId === '1') throw new CompanionError('target-invalid', { detail: 'no' });
        const known = target.accounts().some(({ userName }) => userName === desired.managerUserName);
        const { managerUserName, ...rest } = desired;
        const result = await target.create(known ? desired : rest);
        return { ...result, dropped: known || managerUserName == null ? [] : ['managerUserName'] };
      },
    });
    const first = await bench.run();
    expect(first).toMatchObject({ notices: [], counts: { created: 3, failed: 1 } });
    isBossRefused = false;
    expect((await bench.run()).counts).toMatchObject({ created: 1, updated: 3 });
    expect(target.accounts().map(({ managerUserName }) => managerUserName)).toEqual([
      'p1@acme.example',
      'p1@acme.example',
      'p1@acme.example',
      null,
    ]);
  });

  it('counts as not taken when the answers do not echo it', async () => {
    const target = createFakeTarget();
    const bench = createBench({ people: three, target, policy: permissivePolicy });
    bench.replaceInTarget({
      async create({ title, ...desired }: Desired) {
        const result = await target.create(desired);
        return { ...result, dropped: title === undefined ? [] : ['title'] };
      },
      async update(id, { title, ...changes }: AttributeChanges, version) {
        const result = await target.update(id, changes, version);
        return { ...result, dropped: title === undefined ? [] : ['title'] };
      },
    });
    const run = await bench.run();
    expect(run.notices).toHaveLength(1);
    const again = await bench.run();
    expect(again.counts).toMatchObject({ unchanged: 3, updated: 0 });
    expect(target.calls.update).toBe(0);
  });

  it("is only the one person's trouble when it is the value that is refused", async () => {
    const bench = createBench({ people: three, policy: permissivePolicy });
    bench.interfereWith('target', (_method, args) =>
      args.some((arg) => typeof arg === 'object' && arg !== null && 'title' in arg && arg.title === 'Job 2')
        ? failing('target-invalid', { attribute: 'title', refused: 'value' })
        : null,
    );
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'succeeded', notices: [], counts: { created: 3 } });
    expect(bench.target.accounts().map((account) => account.title)).toEqual(['Job 1', null, 'Job 3']);
    const again = await bench.run();
    expect(again).toMatchObject({ state: 'partial', counts: { failed: 1, unchanged: 2 } });
  });
});

describe('an account that exists already', () => {
  const hidden = async (externalId: string | null) => {
    const target = createFakeTarget();
    await target.create({ userName: 'p2@acme.example', externalId, active: true, givenName: 'Old' } as Desired);
    const bench = createBench({ people: three, target, policy: permissivePolicy });
    // The list does not show it, although it is there.
    bench.replaceInTarget({ listStep: async () => ({ accounts: [], total: 0, next: null }) });
    return { bench, target };
  };

  it('is adopted when nobody else has it', async () => {
    const { bench, target } = await hidden(null);
    const run = await bench.run();
    expect(run.counts).toMatchObject({ created: 2, updated: 1 });
    expect(target.accounts()).toHaveLength(3);
    expect(target.accounts()[0]).toMatchObject({ externalId: '2', givenName: 'Given2' });
    const [entry] = (await bench.log(run.id)).filter((one) => one.sourceId === '2');
    expect(entry).toMatchObject({ outcome: 'updated', reason: 'adopted', match: { by: 'userName' } });
    expect(entry?.modified).toContainEqual({ attribute: 'givenName', from: 'Old', to: 'Given2' });
    expect((await bench.journal.readLink('2' as SourceId))?.origin).toBe('adopted');
  });

  it("is left alone when it is somebody else's", async () => {
    const { bench, target } = await hidden('777');
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'partial', counts: { created: 2, failed: 1 } });
    const [entry] = (await bench.log(run.id)).filter((one) => one.sourceId === '2');
    expect(entry?.error).toMatchObject({ code: 'target-conflict' });
    expect(target.accounts()[0]).toMatchObject({ externalId: '777', givenName: 'Old' });
  });

  it('fails the person when nobody can find it, after one create', async () => {
    const { bench, target } = await hidden(null);
    const list = async () => ({ accounts: [], total: 0, next: null });
    bench.replaceInTarget({ listStep: list, find: async () => null });
    const run = await bench.run();
    expect(run.counts).toMatchObject({ created: 2, failed: 1 });
    expect(target.calls.create).toBe(1 + 3);
  });

  it('is found in the list where the target cannot filter', async () => {
    const { bench, target } = await hidden(null);
    let pages = 0;
    bench.replaceInTarget({
      find: async () => null,
      async listStep(cursor) {
        pages += 1;
        return pages === 1 ? { accounts: [], total: 0, next: null } : target.listStep(cursor);
      },
    });
    expect((await bench.run()).counts).toMatchObject({ created: 2, updated: 1, failed: 0 });
  });
});

describe('an account that vanishes between plan and apply', () => {
  const deleted = async (status: 'active' | 'left') => {
    const bench = createBench({ people: three, policy: permissivePolicy });
    await bench.run();
    bench.people = three.map((person) => (person.sourceId === '2' ? { ...person, job: 'New', status } : person));
    const gone = bench.target.accounts().find((account) => account.externalId === '2')?.targetId;
    bench.replaceInTarget({
      async update(id, changes, version) {
        if (id === gone) throw new CompanionError('target-not-found', { status: 404 });
        return bench.target.update(id, changes, version);
      },
      find: async (attribute, value) =>
        ((await bench.target.find(attribute, value)) ?? []).filter((account) => account.targetId !== gone),
      create: async (desired) => bench.target.create({ ...desired, userName: `new-${desired.userName}` }),
    });
    return { bench, gone };
  };

  it('is created anew, with everything that it was', async () => {
    const { bench, gone } = await deleted('active');
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'succeeded', counts: { created: 1, unchanged: 2 } });
    const link = await bench.journal.readLink('2' as SourceId);
    expect(link).toMatchObject({ origin: 'created' });
    expect(link?.targetId).not.toBe(gone);
    expect(bench.target.accounts().at(-1)).toMatchObject({ externalId: '2', givenName: 'Given2', title: 'New' });
  });

  it('is as good as disabled when it was to be disabled', async () => {
    const { bench } = await deleted('left');
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'succeeded', counts: { disabled: 1, unchanged: 2 } });
    expect(await bench.journal.readLink('2' as SourceId)).toBeNull();
    expect(bench.target.calls.create).toBe(3);
  });
});

describe('an answer that is lost', () => {
  it.each(['target-timeout', 'target-unreachable', 'target-truncated', 'target-unavailable'] as const)(
    'after a create is looked up, never sent blindly again (%s)',
    async (code) => {
      const bench = createBench({ people: three });
      let lost = false;
      bench.interfereWith('target', (method) => {
        if (method !== 'create' || lost) return null;
        lost = true;
        return { kind: 'fail-after', error: new CompanionError(code) };
      });
      const run = await bench.run();
      expect(run).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
      expect(bench.target.calls).toMatchObject({ create: 3, find: 1, update: 0 });
      expect((await bench.journal.readLink('1' as SourceId))?.origin).toBe('created');
    },
  );

  it('after a create that did not arrive is sent again', async () => {
    const bench = createBench({ people: three });
    let lost = 0;
    bench.interfereWith('target', (method) => {
      if (method !== 'create' || lost === 3) return null;
      lost += 1;
      return failing('target-unreachable');
    });
    const run = await bench.run();
    expect(run.counts).toMatchObject({ created: 3 });
    expect(bench.clock.slept).toEqual(expect.arrayContaining([1_000, 2_000, 4_000]));
  });

  it('after an update is settled by a look at the account', async () => {
    const bench = createBench({ people: three, policy: permissivePolicy });
    await bench.run();
    bench.people = three.map((person) => ({ ...person, job: 'New' }));
    let lost = 0;
    bench.interfereWith('target', (method) => {
      if (method !== 'update' || lost === 1) return null;
      lost += 1;
      return { kind: 'fail-after', error: new CompanionError('target-timeout') };
    });
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'succeeded', counts: { updated: 3 } });
    expect(bench.target.calls).toMatchObject({ update: 3, read: 1 });
  });

  it('puts a person into escrow when it goes on, and retries on the schedule', async () => {
    const bench = createBench({ people: three });
    const silence = (method: string, [desired]: readonly unknown[]) =>
      method === 'create' && (desired as Desired).externalId === '2' ? failing('target-unavailable') : null;
    bench.interfereWith('target', silence);
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'partial', counts: { created: 2, waiting: 1, failed: 0 } });
    const [entry] = (await bench.log(run.id)).filter((one) => one.outcome === 'waiting');
    expect(entry?.error?.code).toBe('target-unavailable');
    expect(Date.parse(entry?.retryAt ?? '') - bench.clock.nowMs()).toBe(3_600_000);

    bench.interfereWith('target', () => null);
    const early = await bench.run('live', 'schedule');
    expect(early).toMatchObject({ state: 'partial', counts: { waiting: 1, unchanged: 2 } });
    expect(bench.target.accounts()).toHaveLength(2);

    bench.clock.advance(3_600_000);
    expect(await bench.run('live', 'schedule')).toMatchObject({ state: 'succeeded', counts: { created: 1 } });
    expect((await bench.journal.readEscrow()).size).toBe(0);
  });

  it('retries at once when the admin asks', async () => {
    const bench = createBench({ people: three });
    bench.interfereWith('target', (method) => (method === 'create' ? failing('target-invalid') : null));
    await bench.run();
    bench.interfereWith('target', () => null);
    expect((await bench.run('live', 'manual')).counts).toMatchObject({ created: 3 });
  });

  it('ends the run when the target does not answer at all, and everybody waits', async () => {
    const people = Array.from({ length: 20 }, (_, at) => aPerson(String(at + 1)));
    const bench = createBench({ people });
    let writes = 0;
    bench.interfereWith('target', (method) => {
      if (method === 'listStep') return null;
      writes += 1;
      return failing('target-unreachable');
    });
    const run = await bench.run();
    expect(run).toMatchObject({ state: 'failed', error: { code: 'target-unreachable' } });
    expect(run.counts).toMatchObject({ waiting: 20, failed: 0 });
    expect(writes).toBeLessThan(20);
  });
});

describe('a look-up that is refused for being too fast', () => {
  it('leaves the operation unknown: it is looked up again, not sent again', async () => {
    const bench = createBench({ people: three });
    const calls: string[] = [];
    bench.interfereWith('target', (method) => {
      calls.push(method);
      if (calls.filter((call) => call === 'create').length > 1) return null;
      if (method === 'create') return { kind: 'fail-after', error: new CompanionError('target-timeout') };
      const looked = calls.filter((call) => call === 'find').length;
      return method === 'find' && looked === 1 ? failing('target-rate-limited', {}, 1_000) : null;
    });
    const run = await bench.run();
    expect(run.counts).toMatchObject({ created: 3 });
    expect(calls.slice(0, 5)).toEqual(['listStep', 'create', 'find', 'find', 'create']);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../utils/core/ids.ts';
import { everyoneInScope } from '../../utils/core/scope/scope.ts';
import { toIsoTime } from '../../utils/ports/clock.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { differencesNow } from '../support/compare-expected.ts';
import { engineOnSandbox } from '../support/engine-on-sandbox.ts';
import { SandboxControl, type ScimUser } from '../support/sandbox-control.ts';

/** What an admin may rely on, with the real connectors against both systems. */
describe('what an admin may rely on', () => {
  let sandbox: Sandbox;
  let control: SandboxControl;

  beforeAll(async () => {
    sandbox = await startSandbox({ employees: 60, companies: 2 });
    control = new SandboxControl(sandbox.ready);
    await control.switchProfile({ rate: null });
  });
  beforeEach(async () => {
    await control.reset();
    await control.switchProfile({ rate: null });
  });
  afterAll(() => sandbox.stop());

  const users = async () => (await control.state()).javelo.users;
  /** Users by id, without what Javelo itself notes about them. */
  const values = async (): Promise<Map<unknown, ScimUser>> =>
    new Map((await users()).map(({ meta: _meta, ...user }) => [user.id, user]));
  const patch = async (user: ScimUser, path: string, value: unknown) => {
    const answer = await fetch(`${sandbox.ready.javelo.scim}/Users/${user.id}`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${sandbox.ready.javelo.token}`, 'content-type': 'application/scim+json' },
      body: JSON.stringify({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'replace', path, value }],
      }),
    });
    expect(answer.ok).toBe(true);
  };

  it('a run is taken back: every account as it was, new ones switched off; and the undo is taken back too', async () => {
    const { run, sync } = engineOnSandbox(sandbox.ready);
    await sync();
    const before = await values();
    await control.changePeople({ hire: 3, leave: 2, change: 12 });
    const changed = await sync();
    const after = await values();
    expect(changed.counts).toMatchObject({ created: 3, disabled: 2 });
    const undone = await run({ task: { kind: 'undo', of: changed.id } });
    expect(undone).toMatchObject({ state: 'succeeded', counts: { failed: 0, waiting: 0 } });
    const now = await values();
    for (const [id, user] of before) expect(now.get(id)).toEqual(user);
    expect([...now.values()].filter(({ id, active }) => !before.has(id) && active)).toEqual([]);
    await run({ task: { kind: 'undo', of: undone.id } });
    expect(await values()).toEqual(after);
    expect(await differencesNow(control)).toEqual([]);
  });

  it('one person is synchronised alone, with one write and nobody else touched', async () => {
    const { run, sync, journal } = engineOnSandbox(sandbox.ready);
    await sync();
    await control.changePeople({ change: 20 });
    const preview = await run({ mode: 'dry' });
    const { entries } = await journal.queryLog({ runId: preview.id, outcomes: ['updated'], limit: 100 });
    const [one, ...others] = entries;
    expect(others.length).toBeGreaterThan(2);
    const [before, writes] = [await values(), await control.writes()];
    const alone = await run({ task: { kind: 'person', sourceId: one?.sourceId as SourceId } });
    expect(alone.counts).toMatchObject({ updated: 1, created: 0, disabled: 0, failed: 0 });
    expect(await control.writes()).toBe(writes + 1);
    const now = await values();
    const touched = [...now].filter(([id, user]) => JSON.stringify(user) !== JSON.stringify(before.get(id)));
    expect(touched.map(([id]) => id)).toEqual([one?.targetId]);
    await sync();
    expect(await differencesNow(control)).toEqual([]);
  });

  it('drift is told, left where the admin accepts it, and set back where he does not', async () => {
    const { run, sync, journal } = engineOnSandbox(sandbox.ready);
    await sync();
    const [kept, restored] = (await users()).filter(({ active, title }) => active && title) as [ScimUser, ScimUser];
    for (const user of [kept, restored]) await patch(user, 'title', 'Somebody else’s idea');
    const { nmbrs } = await control.state();
    expect(await run({ mode: 'dry', task: { kind: 'drift' } })).toMatchObject({ state: 'succeeded' });
    expect((await control.state()).nmbrs.calls).toEqual(nmbrs.calls);
    const { drifts } = await journal.queryDrift({ limit: 100 });
    expect(drifts.map(({ targetId, differences }) => [targetId, differences])).toEqual(
      expect.arrayContaining(
        [kept, restored].map(({ id, title }) => [
          id,
          [{ attribute: 'title', applied: title, found: 'Somebody else’s idea' }],
        ]),
      ),
    );
    expect(drifts).toHaveLength(2);
    await journal.saveDecision({
      sourceId: kept.externalId as SourceId,
      attribute: 'title',
      choice: 'accept',
      ours: String(kept.title),
      theirs: 'Somebody else’s idea',
      until: null,
    });
    expect((await sync()).counts).toMatchObject({ updated: 1, failed: 0 });
    const now = await values();
    expect(now.get(kept.id)?.title).toBe('Somebody else’s idea');
    expect(now.get(restored.id)?.title).toBe(restored.title);
  });

  it('a scope takes only whom it names; leaving it switches accounts off only where that was chosen', async () => {
    const all = engineOnSandbox(sandbox.ready);
    const preview = await all.run({ mode: 'dry' });
    const { entries } = await all.journal.queryLog({ runId: preview.id, limit: 1_000 });
    const { people } = await all.journal.queryPeople({ limit: 1_000 });
    const [company] = [...new Set(people.map(({ person }) => person.companyId))];
    const named = new Set(
      people.filter(({ person }) => person.companyId === company).map(({ sourceId }) => String(sourceId)),
    );
    const wanted = entries.filter(({ outcome, sourceId }) => outcome === 'created' && named.has(String(sourceId)));
    const companies = { mode: 'only', values: [String(company)] } as const;
    const scoped = engineOnSandbox(sandbox.ready, { scope: { ...everyoneInScope, companies } });
    expect((await scoped.sync()).counts.created).toBeGreaterThanOrEqual(wanted.length);
    const ids = (await users()).map(({ externalId }) => externalId).filter((id) => id !== undefined);
    expect(ids.filter((id) => !named.has(String(id)))).toEqual([]);
    expect(wanted.filter(({ sourceId }) => !ids.includes(String(sourceId)))).toEqual([]);

    const departments = { mode: 'only', values: [`nobody works here ${toIsoTime(0)}`] } as const;
    const active = async () => (await users()).filter((user) => user.active && user.externalId).length;
    const working = await active();
    const leave = engineOnSandbox(sandbox.ready, { scope: { ...everyoneInScope, departments } });
    expect((await leave.sync()).counts).toMatchObject({ created: 0, updated: 0, disabled: 0 });
    expect(await active()).toBe(working);
    const three = (await users()).filter((user) => user.active && user.externalId).slice(0, 3);
    const excludedPeople = three.map(({ externalId }) => String(externalId));
    const disable = engineOnSandbox(sandbox.ready, {
      scope: { ...everyoneInScope, companies, excludedPeople, outOfScope: 'disable' },
    });
    expect((await disable.sync()).counts).toMatchObject({ disabled: 3, failed: 0 });
    const off = (await users()).filter((user) => !user.active).map(({ externalId }) => externalId);
    expect(off).toEqual(expect.arrayContaining(excludedPeople));
  });
});

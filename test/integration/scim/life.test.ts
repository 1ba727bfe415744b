import { afterEach, describe, expect, test } from 'vitest';
import { defaultMapping } from '../../../utils/core/mapping/mapping-rule.ts';
import type { Person } from '../../../utils/core/person.ts';
import { everyoneInScope } from '../../../utils/core/scope/scope.ts';
import { aCompany } from '../../support/company.ts';
import { permissivePolicy } from '../../support/engine-bench.ts';
import { openScimRun, type ScimRun } from '../../support/scim-run.ts';
import { sandboxToken } from '../../support/scim-sandbox.ts';
import { cases } from './positions.ts';

const size = 12;
const team = aCompany(size);
const javelo = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';
let run: ScimRun;
afterEach(() => run.close());

const change = (changes: (person: Person) => Partial<Person>) =>
  team.map((person) => ({ ...person, ...changes(person) }));
const users = () => run.sandbox.scim.users();
const user = (id: string) => users().find(({ userName }) => userName === `p${id}@acme.example`);
const managerOf = (id: string) => (user(id)?.[javelo] as { managerUserName?: string } | undefined)?.managerUserName;

describe.each(['javelo', 'rfc'] as const)('%s', (profile) => {
  const open = async (switches: Record<string, unknown> = {}, policy = permissivePolicy) => {
    run = await openScimRun(team, { profile, policy, switches: { rate: null, ...switches } });
    expect((await run.bench.run()).counts).toMatchObject({ created: size });
  };

  test.each(['4xx', 'ignored', 'strict', 'kept'])(
    'a manager who leaves is taken from his reports first, and back when he returns: managerInactive %s',
    async (managerInactive) => {
      await open({ managerInactive });
      run.bench.people = change(({ sourceId }) => (sourceId === '1' ? { status: 'left' } : {}));
      const gone = await run.bench.run();
      expect(gone.counts).toMatchObject({ disabled: 1, failed: 0, waiting: 0 });
      expect(user('1')?.active).toBe(false);
      for (const id of ['2', '3', '9']) expect(managerOf(id)).toBeUndefined();
      expect(managerOf('10')).toBe('p2@acme.example');
      expect((await run.bench.run()).counts).toMatchObject({ unchanged: size });

      run.bench.people = team;
      const back = await run.bench.run();
      expect(back.counts).toMatchObject({ updated: 9, unchanged: 3, created: 0, failed: 0 });
      expect((await run.log(back)).find(({ sourceId }) => sourceId === '1')?.reason).toBe('reactivated');
      expect(user('1')?.active).toBe(true);
      expect(managerOf('9')).toBe('p1@acme.example');
      expect(users()).toHaveLength(size);
    },
  );

  test('a whole branch that leaves is disabled, and nothing is deleted', async () => {
    await open({ managerInactive: 'strict' });
    run.requests();
    run.bench.people = change(({ sourceId }) => (['1', '2', '10', '11'].includes(sourceId) ? { status: 'left' } : {}));
    expect((await run.bench.run()).counts).toMatchObject({ disabled: 4, failed: 0 });
    expect(users().filter(({ active }) => !active)).toHaveLength(4);
    expect(Object.keys(run.requests()).some((name) => name.startsWith('DELETE'))).toBe(false);
  });

  test.each(['leave', 'disable'] as const)('somebody out of scope: %s', async (outOfScope) => {
    await open({}, { ...permissivePolicy, scope: { ...everyoneInScope, outOfScope } });
    run.bench.people = change(({ sourceId }) => (sourceId === '12' ? { status: 'other' } : {}));
    await run.bench.run();
    expect(user('12')?.active).toBe(outOfScope === 'leave');
  });

  test('what the source knows no more stays, unless the admin wants it emptied', async () => {
    const department = { ...defaultMapping.department, whenEmpty: 'clear' } as const;
    await open({}, { ...permissivePolicy, mapping: { department } });
    run.bench.people = change(() => ({ job: null, department: null, phoneNumber: null, birthDate: null }));
    const done = await run.bench.run();
    expect(done.counts).toMatchObject({ updated: size, failed: 0 });
    for (const one of users()) {
      expect(one.title).toMatch(/^Job/);
      expect(JSON.stringify(one)).toContain('1990-02-28');
      expect(JSON.stringify(one)).not.toContain('Research');
    }
    expect((await run.bench.run()).counts).toMatchObject({ unchanged: size });
  });

  test('booleans travel as booleans, and only what changes does', async () => {
    await open();
    const before = run.sandbox.log.length;
    run.bench.people = change(({ sourceId }) => (sourceId === '12' ? { status: 'left' } : {}));
    await run.bench.run();
    const patches = run.sandbox.log.slice(before).filter(({ method }) => method === 'PATCH');
    expect(patches).toHaveLength(1);
    const { Operations } = JSON.parse(patches[0]?.body ?? '{}') as { Operations: { path: string; value?: unknown }[] };
    expect(Operations.map(({ path }) => path).sort()).toEqual(['active', `${javelo}:managerUserName`]);
    expect(Operations.find(({ path }) => path === 'active')?.value).toBe(false);
  });

  test('somebody who changes the account at the same moment', async () => {
    await open({ etag: 'on' });
    await run.bench.run();
    run.bench.people = change(({ sourceId }) => (sourceId === '2' ? { job: 'New' } : {}));
    let isTouched = false;
    run.bench.interfereWith('journal', (method) => {
      if (method === 'markInFlight' && !isTouched) isTouched = touch('2');
      return null;
    });
    expect((await run.bench.run()).counts).toMatchObject({ updated: 1, failed: 0, waiting: 0 });
    expect(isTouched).toBe(true);
    expect(user('2')).toMatchObject({ title: 'New', locale: 'fr' });
  });

  test.each(cases)(
    '%s: whatever the target does, nobody is there twice, and it comes to rest',
    async (_, name, { value, list }) => {
      run = await openScimRun(team, { profile, switches: { rate: null, [name]: value } });
      await run.bench.run();
      await run.bench.run();
      run.requests();
      const third = await run.bench.run();
      if (list)
        expect(third).toMatchObject({ state: 'failed', error: { code: expect.stringMatching(/^target-(list|page)/) } });
      else expect(third.counts).toMatchObject({ unchanged: size, failed: 0, waiting: 0 });
      expect(Object.keys(run.requests()).filter((request) => !request.startsWith('GET'))).toEqual([]);
      const logins = users().map(({ userName }) => userName.toLowerCase());
      expect(logins).toHaveLength(size);
      expect(new Set(logins).size).toBe(size);
    },
  );
});

/** Somebody in Javelo changes the account; its version is another from now on. */
function touch(id: string): boolean {
  const { scim } = run.sandbox;
  const body = JSON.stringify({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'locale', value: 'fr' }],
  });
  const url = new URL(`${run.sandbox.scimUrl}/Users/${user(id)?.id}`);
  const headers = { authorization: `Bearer ${sandboxToken}`, 'content-type': 'application/scim+json' };
  scim.handle({ method: 'PATCH', url, headers, body });
  return true;
}

import { afterEach, describe, expect, test } from 'vitest';
import type { Desired } from '../../../utils/core/account.ts';
import type { Target } from '../../../utils/ports/target.ts';
import { manager, refusedWith, report } from '../../contract/target-suite.ts';
import { SWITCHES } from '../../sandbox/javelo/scim/switches.ts';
import { openScimSandbox, type ScimSandbox } from '../../support/scim-sandbox.ts';
import { cases, type Position, positions } from './positions.ts';
import { listPatiently, negotiated, provision } from './provision.ts';

const crowd: Desired[] = Array.from({ length: 9 }, (_, at) => ({
  userName: `person${at}@acme.example`,
  externalId: `e${at}`,
  active: true,
  givenName: `Given ${at}`,
  familyName: `Family ${at}`,
}));

let sandbox: ScimSandbox;
afterEach(() => sandbox.close());

test('every switch of the sandbox is in this test', async () => {
  sandbox = await openScimSandbox('javelo');
  expect(Object.keys(positions).sort()).toEqual(Object.keys(SWITCHES).sort());
});

describe.each(['javelo', 'rfc'] as const)('profile %s', (profile) => {
  describe.each(['as it comes', 'negotiated'] as const)('%s', (mode) => {
    const open = async (name: string, { value }: Position): Promise<Target> => {
      sandbox = await openScimSandbox(profile, { [name]: value });
      const target = sandbox.target();
      if (mode === 'as it comes') return target;
      return sandbox.target({ negotiated: await negotiated(target) });
    };

    test.each(cases)('%s', async (_, name, position) => {
      const target = await open(name, position);
      const { missing = [], restarts = 0, blind = false } = position;

      // Two accounts first, the rest after the first list: nobody is created twice, whatever is answered.
      await provision(target, manager);
      const made = await provision(target, report);
      for (const person of crowd) await provision(target, person);
      const users = sandbox.scim.users();
      expect(users.map((user) => user.userName)).toEqual([manager, report, ...crowd].map((one) => one.userName));
      const targetId = made.targetId;
      if (targetId === null) throw new Error('the account was not found again');
      expect(targetId).toBe(users[1]?.id);
      expect(made.failed).toBe(blind ? 'target-truncated' : null);
      expect([...made.without].sort()).toEqual([...missing].sort());

      const expected = { ...report, ...Object.fromEntries(missing.map((attribute) => [attribute, null])) };
      expect(await target.read(targetId)).toMatchObject(expected);

      // Again: it exists already.
      expect(await provision(target, report)).toMatchObject({ targetId, failed: 'target-conflict' });
      expect(sandbox.scim.users()).toHaveLength(11);

      // Changes arrive, one request each.
      const before = sandbox.log.length;
      await target.update(targetId, { familyName: 'Changed', department: null }, null);
      await target.update(targetId, { active: false, managerUserName: null }, null);
      const patches = sandbox.log.slice(before).length;
      expect(patches).toBe(name === 'patchOps' && position.value === 'strict' && profile === 'javelo' ? 3 : 2);
      const changed = { ...expected, familyName: 'Changed', department: null, active: false, managerUserName: null };
      expect(await target.read(targetId)).toMatchObject(changed);

      // The list holds everybody once, or says that it does not.
      const listing = listPatiently(target, 3);
      if (position.list) {
        await expect(listing).rejects.toEqual(refusedWith(position.list));
        return;
      }
      const seen = users.filter((user) => !(position.hidesInactive && user.id === targetId));
      expect(await listing).toEqual({ ids: seen.map((user) => user.id), restarted: restarts });
    });
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import type { AccountAttribute, Desired } from '../../../utils/core/account.ts';
import type { Target } from '../../../utils/ports/target.ts';
import { manager, refusedWith, report } from '../../contract/target-suite.ts';
import { SWITCHES, type SwitchName } from '../../sandbox/javelo/scim/switches.ts';
import { openScimSandbox, type ScimSandbox } from '../../support/scim-sandbox.ts';
import { listPatiently, negotiated, provision } from './provision.ts';

/** What a position of a switch changes about the outcome; everything else has to be as if it were not there. */
interface Position {
  readonly value: unknown;
  /** Attributes of `report` that do not arrive. */
  readonly missing?: readonly AccountAttribute[];
  /** What the list throws, however often it is begun anew. */
  readonly list?: 'target-list-unstable' | 'target-page-repeated';
  /** How often it is begun anew before it is whole. */
  readonly restarts?: number;
  /** The disabled account is listed no more. */
  readonly hidesInactive?: boolean;
  /** The answer to a create does not tell whose account it is. */
  readonly blind?: boolean;
}

const plain = (...values: unknown[]): Position[] => values.map((value) => ({ value }));

const positions: Record<SwitchName, readonly Position[]> = {
  paginationParam: plain('start_index', 'startIndex', 'both'),
  defaultCount: plain(1, 100),
  maxCount: plain(1, 3, 100),
  totalResults: plain('on', 'off'),
  listInactive: [{ value: 'yes' }, { value: 'no', hidesInactive: true }],
  unstablePages: [
    { value: 'off' },
    { value: 'duplicate', list: 'target-list-unstable' },
    { value: 'skip', list: 'target-list-unstable' },
    { value: 'duplicate-once', restarts: 1 },
    { value: 'skip-once', restarts: 1 },
  ],
  repeatPage: [{ value: 'off' }, { value: 'on', list: 'target-page-repeated' }],
  filterSupport: plain('full', 'userName', 'none'),
  filterQuoting: plain('lenient', 'strict'),
  projection: plain('on', 'ignored'),
  search: plain('on', '404'),
  userNameFormat: plain('email', 'any'),
  userNameCase: plain('preserve', 'lower', 'exact'),
  nameRequired: plain('on', 'off'),
  emailsFromUserName: plain('on', 'off'),
  externalIdUnique: plain('on', 'off'),
  createInvisible: plain([], ['ghost@acme.example']),
  schemasRequired: plain('on', 'off'),
  contentType: plain('any', 'strict'),
  genders: [{ value: ['male', 'female'] }, { value: ['M', 'F'], missing: ['gender'] }],
  dateFormat: [
    { value: 'YYYY-MM-DD' },
    { value: 'any' },
    { value: 'DD-MM-YYYY', missing: ['birthDate', 'firstHiredOn'] },
  ],
  activeString: plain('accepted', 'rejected'),
  reactivate: plain('on', 'ignored', '4xx'),
  managerInactive: plain('4xx', 'ignored', 'strict', 'kept'),
  managerUnknown: plain('4xx', 'ignored', 'kept'),
  unknownExtensionAttr: plain('ignored', '400', 'kept'),
  acceptedExtensionAttrs: [
    { value: ['managerUserName'], missing: ['gender', 'birthDate', 'contractType', 'firstHiredOn'] },
  ],
  droppedAttrs: [{ value: ['title', 'birthDate', 'phoneNumbers'], missing: ['title', 'birthDate', 'phoneNumber'] }],
  rejectedAttrs: [{ value: ['title', 'birthDate', 'phoneNumbers'], missing: ['title', 'birthDate', 'phoneNumber'] }],
  patchOps: plain('lenient', 'anyCase', 'strict'),
  patchNoPath: plain('on', '400'),
  patchNoTarget: plain('create', '400'),
  patchAnswer: plain('200', '204'),
  groupPatchAnswer: plain('200', '204'),
  groups: plain('on', '404'),
  deleteMode: plain('405', '204-soft', '204-hard'),
  put: plain('on', '405'),
  rate: plain(null, { requests: 300, windowMs: 300_000 }),
  retryAfter: plain('seconds', 'date', 'none'),
  discovery: plain('on', '404'),
  bulk: plain('on', '404'),
  bulkMaxOperations: plain(1, 1000),
  bulkMaxPayloadSize: plain(1, 1_048_576),
  etag: plain('on', 'off'),
  emptyBody: [{ value: 'off' }, { value: 'on', blind: true }],
  errorShape: plain('rfc', 'plain', 'html'),
  validationStatus: plain('400', '422'),
  latencyMs: plain(0, 20),
};

const cases = Object.entries(positions).flatMap(([name, all]) =>
  all.map((position) => [`${name} ${JSON.stringify(position.value)}`, name, position] as const),
);

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

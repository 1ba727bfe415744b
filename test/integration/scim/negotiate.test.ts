import { afterEach, describe, expect, test } from 'vitest';
import type { Json } from '../../../utils/core/ids.ts';
import { listAll, refusedWith, report } from '../../contract/target-suite.ts';
import { openScimSandbox, type ScimSandbox, systemClock } from '../../support/scim-sandbox.ts';
import { negotiated as negotiate } from './provision.ts';

let sandbox: ScimSandbox;
afterEach(() => sandbox.close());

const javelo = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const planted = Array.from({ length: 25 }, (_, at) => ({
  userName: `p${at}@acme.example`,
  externalId: `e${at}`,
  [enterprise]: { employeeNumber: `00${at}` },
  [javelo]: { birthDate: '28-02-1990' },
}));

/** What was found out, without what it holds for. */
async function finding(...of: Parameters<typeof negotiated>): Promise<Json> {
  return (await negotiated(...of)).found;
}

async function negotiated(profile: 'javelo' | 'rfc', switches: Record<string, unknown>, people: object[] = planted) {
  sandbox = await openScimSandbox(profile, switches);
  sandbox.scim.plant(people);
  const found = (await negotiate(sandbox.target())) as { found: Json };
  expect(sandbox.log.every(({ method }) => method === 'GET')).toBe(true);
  expect(sandbox.log.length).toBeLessThanOrEqual(8);
  return found;
}

describe('what is found out', () => {
  test('a strict server with discovery', async () => {
    expect(await finding('rfc', {})).toEqual({
      version: 1,
      sampled: true,
      discovery: true,
      pagingParameter: 'startIndex',
      totalsTrusted: true,
      largestPage: 200,
      quoting: 'quoted',
      filterable: ['userName', 'externalId', 'employeeNumber'],
      dateFormat: 'DD-MM-YYYY',
      etag: true,
      bulk: { maxOperations: 1000, maxPayloadBytes: 1_048_576 },
    });
  });

  test('Javelo as it is assumed to be', async () => {
    expect(await finding('javelo', {})).toEqual({
      version: 1,
      sampled: true,
      discovery: false,
      pagingParameter: 'start_index',
      totalsTrusted: true,
      largestPage: null,
      quoting: 'unquoted',
      filterable: ['userName', 'externalId', 'employeeNumber'],
      dateFormat: 'DD-MM-YYYY',
      etag: false,
      bulk: null,
    });
  });

  test.each([
    [{ paginationParam: 'startIndex' }, { pagingParameter: 'startIndex' }],
    [{ paginationParam: 'start_index' }, { pagingParameter: 'start_index' }],
    [{ repeatPage: 'on' }, { pagingParameter: null }],
    [{ maxCount: 1 }, { pagingParameter: 'start_index', totalsTrusted: true }],
    [{ totalResults: 'off' }, { totalsTrusted: null }],
    [{ filterQuoting: 'strict' }, { quoting: 'quoted' }],
    [{ filterSupport: 'userName' }, { filterable: ['userName'], quoting: 'unquoted' }],
    [{ filterSupport: 'none' }, { filterable: [], quoting: null }],
    [{ etag: 'on' }, { etag: true }],
    [{ discovery: 'on', bulk: 'on', bulkMaxOperations: 7 }, { bulk: { maxOperations: 7, maxPayloadBytes: 1_048_576 } }],
    [
      { discovery: 'on', bulk: '404' },
      { discovery: true, bulk: null },
    ],
    [{ discovery: 'on', maxCount: 5 }, { largestPage: 5 }],
  ] as const)('%j', async (switches, expected) => {
    expect(await finding('javelo', switches)).toMatchObject(expected);
  });

  test('of an empty target: little, and nothing wrong', async () => {
    expect(await finding('javelo', {}, [])).toMatchObject({
      sampled: false,
      pagingParameter: null,
      totalsTrusted: null,
      quoting: null,
      filterable: ['userName', 'externalId', 'employeeNumber'],
      dateFormat: null,
      etag: null,
    });
  });

  test('dates in both ways say nothing', async () => {
    const mixed = [...planted, { userName: 'other@acme.example', [javelo]: { birthDate: '1990-02-28' } }];
    expect(await finding('javelo', {}, mixed.toReversed())).toMatchObject({ dateFormat: null });
  });

  test('of a target with one account', async () => {
    expect(await finding('rfc', { paginationParam: 'start_index' }, [{ userName: 'a@acme.example' }])).toMatchObject({
      pagingParameter: null,
      quoting: 'quoted',
    });
  });
});

describe('what it is good for', () => {
  test('the list begins with the right parameter, and a later target knows it too', async () => {
    const found = await negotiated('javelo', { paginationParam: 'startIndex' });
    const before = sandbox.log.length;
    expect(await listAll(sandbox.target({ negotiated: found }))).toHaveLength(25);
    expect(sandbox.log.length - before).toBe(3);
  });

  test('a search is sent once, in the form that is understood', async () => {
    const found = await negotiated('javelo', { filterQuoting: 'strict' });
    const target = sandbox.target({ negotiated: found });
    const before = sandbox.log.length;
    expect(await target.find('externalId', 'e7')).toHaveLength(1);
    expect(await target.find('userName', 'nobody@acme.example')).toEqual([]);
    expect(sandbox.log.length - before).toBe(2);
  });

  test('dates are written as this tenant writes them', async () => {
    const found = await negotiated('javelo', { dateFormat: 'DD-MM-YYYY' });
    const target = sandbox.target({ negotiated: found });
    const { targetId, dropped } = await target.create({ ...report, managerUserName: null });
    expect(dropped).toEqual([]);
    expect(sandbox.scim.users().at(-1)?.[javelo]).toMatchObject({
      birthDate: '28-02-1990',
      seniorityDate: '01-11-2019',
    });
    expect(await target.read(targetId)).toMatchObject({ birthDate: '1990-02-28', firstHiredOn: '2019-11-01' });
  });

  test('a change in between is noticed where there are versions', async () => {
    const found = await negotiated('javelo', { etag: 'on', dateFormat: 'DD-MM-YYYY' });
    const target = sandbox.target({ negotiated: found });
    const { targetId, version } = await target.create({ ...report, managerUserName: null });
    await target.update(targetId, { title: 'first' }, version);
    await expect(target.update(targetId, { title: 'second' }, version)).rejects.toEqual(
      refusedWith('target-precondition'),
    );
  });

  test.each([null, 'x', 7, {}, { version: 2 }, []] as Json[])(
    'something else that was stored changes nothing: %j',
    async (odd) => {
      sandbox = await openScimSandbox('javelo');
      sandbox.scim.plant(planted);
      expect(await listAll(sandbox.target({ negotiated: odd }))).toHaveLength(25);
    },
  );

  test('each request is told of before it leaves', async () => {
    sandbox = await openScimSandbox('rfc');
    sandbox.scim.plant(planted);
    let told = 0;
    const target = sandbox.target({ onRequest: () => expect(told).toBe(sandbox.log.length + 1) });
    await target.negotiate?.(async () => {
      told += 1;
    });
    expect(told).toBe(sandbox.log.length);
  });

  test('it holds for this address and these settings, a month long, once there was somebody to learn from', async () => {
    const found = await negotiated('javelo', {});
    const later = (ms: number) => ({ ...systemClock, nowMs: () => Date.now() + ms });
    const day = 86_400_000;
    expect(sandbox.target().isNegotiated).toBe(false);
    expect(sandbox.target({ negotiated: found }).isNegotiated).toBe(true);
    expect(sandbox.target({ negotiated: found, clock: later(29 * day) }).isNegotiated).toBe(true);
    expect(sandbox.target({ negotiated: found, clock: later(31 * day) }).isNegotiated).toBe(false);
    expect(sandbox.target({ negotiated: found, scimUrl: `${sandbox.scimUrl}/2` }).isNegotiated).toBe(false);
    const overrides = { 'paging.pageSize': 7 };
    expect(sandbox.target({ negotiated: found, overrides }).isNegotiated).toBe(false);
    await sandbox.close();
    const empty = await negotiated('javelo', {}, []);
    expect(sandbox.target({ negotiated: empty }).isNegotiated).toBe(false);
  });

  test('a target that lets nobody in cannot be found out', async () => {
    sandbox = await openScimSandbox('javelo');
    await expect(sandbox.target({ token: 'wrong' }).negotiate?.(async () => {})).rejects.toEqual(
      refusedWith('target-auth'),
    );
  });
});

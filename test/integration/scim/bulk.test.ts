import { afterEach, expect, test } from 'vitest';
import type { Desired } from '../../../utils/core/account.ts';
import type { TargetId } from '../../../utils/core/ids.ts';
import type { BulkWrite, BulkWriter, Target } from '../../../utils/ports/target.ts';
import { manager, refusedWith, report } from '../../contract/target-suite.ts';
import { openScimSandbox, type ScimSandbox } from '../../support/scim-sandbox.ts';
import { negotiated } from './provision.ts';

let sandbox: ScimSandbox;
afterEach(() => sandbox.close());

async function open(switches: Record<string, unknown> = {}): Promise<{ target: Target; bulk: BulkWriter }> {
  sandbox = await openScimSandbox('rfc', switches);
  const target = sandbox.target();
  await negotiated(target);
  if (!target.bulk) throw new Error('bulk was not found');
  return { target, bulk: target.bulk };
}

const creates = (...people: Desired[]): BulkWrite[] => people.map((desired) => ({ kind: 'create', desired }));
const crowd = Array.from(
  { length: 20 },
  (_, at): Desired => ({ userName: `p${at}@acme.example`, externalId: `e${at}`, active: true }),
);

test('is offered only where discovery says so', async () => {
  sandbox = await openScimSandbox('rfc', { bulk: '404' });
  const target = sandbox.target();
  expect(target.bulk).toBeNull();
  await negotiated(target);
  expect(target.bulk).toBeNull();
});

test('many writes travel in one request, each with its own outcome', async () => {
  const { target, bulk } = await open();
  const before = sandbox.log.length;
  const outcomes = await bulk.write(creates(manager, report, { ...manager, externalId: '9' }));
  expect(sandbox.log.length - before).toBe(1);
  expect(outcomes).toEqual([
    { ok: true, value: expect.objectContaining({ targetId: sandbox.scim.users()[0]?.id, version: 'W/"1"' }) },
    { ok: true, value: expect.objectContaining({ targetId: sandbox.scim.users()[1]?.id }) },
    { ok: false, error: expect.objectContaining({ code: 'target-conflict' }) },
  ]);
  expect(await target.read(sandbox.scim.users()[1]?.id as TargetId)).toMatchObject(report);
});

test('changes name what they change; one that fails stops none', async () => {
  const { target, bulk } = await open();
  const { targetId, version } = await target.create(manager);
  const gone = 'gone' as TargetId;
  const outcomes = await bulk.write([
    { kind: 'update', targetId: gone, changes: { title: 'x' }, version: null },
    { kind: 'update', targetId, changes: { title: 'Boss' }, version },
    { kind: 'update', targetId, changes: { title: 'Late' }, version },
  ]);
  expect(outcomes).toMatchObject([
    { ok: false, error: { code: 'target-not-found' } },
    { ok: true, value: { targetId, version: 'W/"2"' } },
    { ok: false, error: { code: 'target-precondition' } },
  ]);
  expect(await target.read(targetId)).toMatchObject({ title: 'Boss' });
});

test.each([{ bulkMaxOperations: 3 }, { bulkMaxPayloadSize: 1000 }])('only what fits is sent: %j', async (switches) => {
  const { bulk } = await open(switches);
  let rest = creates(...crowd);
  let requests = 0;
  while (rest.length > 0) {
    const fitting = bulk.countFitting(rest);
    expect(fitting).toBeGreaterThan(0);
    const outcomes = await bulk.write(rest.slice(0, fitting));
    expect(outcomes).toHaveLength(fitting);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    rest = rest.slice(outcomes.length);
    requests += 1;
  }
  expect(requests).toBeGreaterThan(1);
  expect(sandbox.scim.users().map(({ userName }) => userName)).toEqual(crowd.map(({ userName }) => userName));
});

test('nothing to write sends nothing', async () => {
  const { bulk } = await open();
  const before = sandbox.log.length;
  expect(await bulk.write([])).toEqual([]);
  expect(sandbox.log.length).toBe(before);
});

test('a refusal of the whole request is thrown', async () => {
  const { bulk } = await open();
  sandbox.scim.setToken('renewed');
  await expect(bulk.write(creates(manager))).rejects.toEqual(refusedWith('target-auth'));
});

import { afterEach, describe, expect, test } from 'vitest';
import type { Desired } from '../../../utils/core/account.ts';
import type { TargetId } from '../../../utils/core/ids.ts';
import { listAll, manager, refusedWith, report } from '../../contract/target-suite.ts';
import { openScimSandbox, type ScimSandbox, sandboxToken, systemClock } from '../../support/scim-sandbox.ts';
import { lookUp, provision } from './provision.ts';

let sandbox: ScimSandbox;
afterEach(() => sandbox.close());

const ghost: Desired = {
  userName: 'ghost@acme.example',
  externalId: '66',
  active: true,
  givenName: 'G',
  familyName: 'Host',
};
const about = (attribute: string, refused: string) =>
  expect.objectContaining({ code: 'target-invalid', params: expect.objectContaining({ attribute, refused }) });

describe.each(['javelo', 'rfc'] as const)('%s', (profile) => {
  test.each(['rfc', 'plain', 'html'])('a double is a conflict whatever the body: %s', async (errorShape) => {
    sandbox = await openScimSandbox(profile, { errorShape });
    const target = sandbox.target();
    await target.create(manager);
    await expect(target.create(manager)).rejects.toEqual(refusedWith('target-conflict'));
    expect(await target.read('nobody' as TargetId)).toBeNull();
  });

  test('somebody who exists but shows up in no list is a conflict that stays one', async () => {
    sandbox = await openScimSandbox(profile, { createInvisible: [ghost.userName] });
    const target = sandbox.target();
    expect(await provision(target, ghost)).toEqual({ targetId: null, without: [], failed: 'target-conflict' });
    expect(await lookUp(target, ghost)).toBeNull();
    expect(sandbox.scim.users()).toEqual([]);
  });

  test.each(['400', '422'])('a value that is not taken is named, as %s', async (validationStatus) => {
    sandbox = await openScimSandbox(profile, {
      validationStatus,
      genders: ['M', 'F'],
      userNameFormat: 'email',
      nameRequired: 'on',
    });
    const target = sandbox.target();
    await expect(target.create({ ...ghost, gender: 'male' })).rejects.toEqual(about('gender', 'value'));
    await expect(target.create({ ...ghost, userName: 'a b@acme.example' })).rejects.toEqual(about('userName', 'value'));
    await expect(target.create({ ...ghost, givenName: null })).rejects.toEqual(about('givenName', 'value'));
    const { targetId } = await target.create(ghost);
    await expect(target.update(targetId, { gender: 'male', title: 'x' }, null)).rejects.toEqual(
      about('gender', 'value'),
    );
  });

  test.each([{ rejectedAttrs: ['birthDate'] }, { acceptedExtensionAttrs: ['gender'], unknownExtensionAttr: '400' }])(
    'an attribute that is not taken is named: %j',
    async (switches) => {
      sandbox = await openScimSandbox(profile, switches);
      const target = sandbox.target();
      const born = { birthDate: report.birthDate ?? null, gender: 'male' } as const;
      await expect(target.create({ ...ghost, ...born })).rejects.toEqual(about('birthDate', 'attribute'));
      const { targetId } = await target.create({ ...ghost, gender: 'male' });
      await expect(target.update(targetId, born, null)).rejects.toEqual(about('birthDate', 'attribute'));
      expect(sandbox.scim.users()).toHaveLength(1);
    },
  );

  test('an attribute that is silently left out is reported as dropped, on POST and PATCH', async () => {
    sandbox = await openScimSandbox(profile, { droppedAttrs: ['birthDate', 'title'] });
    const target = sandbox.target();
    const { targetId, dropped } = await target.create({ ...report, managerUserName: null });
    expect(dropped).toEqual(['birthDate', 'title']);
    expect((await target.update(targetId, { title: 'x', familyName: 'y' }, null)).dropped).toEqual(['title']);
  });

  test('a manager who is unknown or inactive is refused by name, or left out and reported', async () => {
    sandbox = await openScimSandbox(profile, { managerUnknown: '4xx', managerInactive: '4xx' });
    const target = sandbox.target();
    const led = { ...ghost, managerUserName: manager.userName };
    await expect(target.create(led)).rejects.toEqual(about('managerUserName', 'value'));
    const boss = await target.create({ ...manager, active: false });
    await expect(target.create(led)).rejects.toEqual(about('managerUserName', 'value'));
    sandbox.scim.configure({ managerInactive: 'ignored' });
    const { targetId, dropped } = await target.create(led);
    expect(dropped).toEqual(['managerUserName']);
    await target.update(boss.targetId, { active: true }, null);
    expect((await target.update(targetId, { managerUserName: manager.userName }, null)).dropped).toEqual([]);
  });

  test('a leaver whose manager goes in the same request is disabled even where that order is asked for', async () => {
    sandbox = await openScimSandbox(profile, { managerInactive: 'strict' });
    const target = sandbox.target();
    await target.create(manager);
    const { targetId } = await target.create({ ...ghost, managerUserName: manager.userName });
    await expect(target.update(targetId, { active: false }, null)).rejects.toEqual(refusedWith('target-invalid'));
    await target.update(targetId, { active: false, managerUserName: null }, null);
    expect(await target.read(targetId)).toMatchObject({ active: false, managerUserName: null });
  });

  test('an account that stays disabled says so', async () => {
    sandbox = await openScimSandbox(profile, { reactivate: 'ignored' });
    const target = sandbox.target();
    const { targetId } = await target.create({ ...ghost, active: false });
    expect((await target.update(targetId, { active: true }, null)).dropped).toEqual(['active']);
    sandbox.scim.configure({ reactivate: '4xx' });
    await expect(target.update(targetId, { active: true }, null)).rejects.toEqual(refusedWith('target-invalid'));
  });

  test.each([
    ['seconds', 55_000],
    ['date', 55_000],
    ['none', undefined],
  ])('past the limit, the wait is told in %s', async (retryAfter, expected) => {
    sandbox = await openScimSandbox(profile, { rate: { requests: 2, windowMs: 60_000 }, retryAfter });
    const target = sandbox.target();
    await target.create(manager);
    await target.listStep(null);
    const refused = await target.create(ghost).catch((error: unknown) => error);
    expect(refused).toEqual(refusedWith('target-rate-limited'));
    const { retryAfterMs } = refused as { retryAfterMs?: number };
    if (expected === undefined) expect(retryAfterMs).toBeUndefined();
    else expect(Math.abs((retryAfterMs ?? 0) - 57_500)).toBeLessThan(5_000);
    expect(sandbox.scim.users()).toHaveLength(1);
  });

  test('the right token of another tenant is a wrong one', async () => {
    sandbox = await openScimSandbox(profile);
    sandbox.scim.setToken('renewed');
    expect(await sandbox.target().check()).toMatchObject({ ok: false, error: { code: 'target-auth' } });
    expect(await sandbox.target({ token: 'renewed' }).check()).toMatchObject({ ok: true });
    expect(JSON.stringify(await sandbox.target().check())).not.toContain(sandboxToken);
  });
});

test('a deleted account is gone for every method, and can be made again', async () => {
  sandbox = await openScimSandbox('rfc');
  const target = sandbox.target();
  const { targetId } = await target.create(ghost);
  await fetch(`${sandbox.scimUrl}/Users/${targetId}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${sandboxToken}` },
  });
  expect(await target.read(targetId)).toBeNull();
  await expect(target.update(targetId, { title: 'x' }, null)).rejects.toEqual(refusedWith('target-not-found'));
  expect((await target.create(ghost)).targetId).not.toBe(targetId);
});

test('a user renamed in the target meanwhile is found by what did not change', async () => {
  sandbox = await openScimSandbox('javelo');
  const target = sandbox.target();
  const { targetId } = await target.create(ghost);
  await target.update(targetId, { userName: 'renamed@acme.example' }, null);
  expect(await lookUp(target, ghost)).toBe(targetId);
});

test('what the clock says is what a date is measured against', async () => {
  sandbox = await openScimSandbox('javelo', { rate: { requests: 1, windowMs: 60_000 }, retryAfter: 'date' });
  const late = { ...systemClock, nowMs: () => Date.now() + 3_600_000 };
  const target = sandbox.target({ clock: late });
  await target.listStep(null);
  expect((await target.check()).error).toMatchObject({ code: 'target-rate-limited', retryAfterMs: 0 });
});

test('a first reading of N people takes ⌈N/page⌉ requests, and one more where no total is told', async () => {
  sandbox = await openScimSandbox('javelo');
  sandbox.scim.plant(Array.from({ length: 95 }, (_, at) => ({ userName: `p${at}@acme.example` })));
  expect(await listAll(sandbox.target())).toHaveLength(95);
  expect(sandbox.log).toHaveLength(10);
  sandbox.scim.configure({ totalResults: 'off' });
  expect(await listAll(sandbox.target())).toHaveLength(95);
  expect(sandbox.log).toHaveLength(21);
});

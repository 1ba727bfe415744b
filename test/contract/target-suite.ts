import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Account, AccountAttributes, Desired } from '../../utils/core/account.ts';
import type { CompanionError, ErrorCode } from '../../utils/core/errors.ts';
import type { IsoDate, Json, TargetId } from '../../utils/core/ids.ts';
import type { Target } from '../../utils/ports/target.ts';

export interface TargetFixture {
  /** Empty, and with pages smaller than 25. */
  readonly target: Target;
  close(): Promise<void>;
}

export const manager: Desired = {
  userName: 'ada.van.dam@acme.example',
  externalId: '1001',
  active: true,
  givenName: 'Ada',
  familyName: 'van Dam',
};

export const report: Desired = {
  userName: 'noël.o’brien@acme.example',
  externalId: '1002',
  active: true,
  givenName: 'Noël',
  familyName: 'O’Brien & <Zoons>',
  managerUserName: manager.userName,
  gender: 'male',
  birthDate: '1990-02-28' as IsoDate,
  title: 'Engineer "R&D"',
  phoneNumber: '+31612345678',
  employeeNumber: '00123',
  contractType: 'fixed term',
  firstHiredOn: '2019-11-01' as IsoDate,
  department: 'Research \\ Development',
};

/** Every account of a target, each cursor sent through JSON as the journal does. */
export async function listAll(target: Target): Promise<readonly Account[]> {
  const accounts: Account[] = [];
  let cursor: Json = null;
  for (let steps = 0; steps < 100; steps += 1) {
    const page = await target.listStep(cursor);
    accounts.push(...page.accounts);
    if (page.next === null) return accounts;
    cursor = JSON.parse(JSON.stringify(page.next)) as Json;
  }
  throw new Error('the list has no end');
}

export function refusedWith(code: ErrorCode): Partial<CompanionError> {
  return expect.objectContaining({ name: 'CompanionError', code }) as Partial<CompanionError>;
}

/** What ports/target.ts promises, asked of any target. */
export function describeTarget(name: string, open: () => Promise<TargetFixture>): void {
  describe(name, () => {
    let fixture: TargetFixture;
    let target: Target;
    beforeEach(async () => {
      fixture = await open();
      target = fixture.target;
    });
    afterEach(() => fixture.close());

    const people = (count: number): Desired[] =>
      Array.from({ length: count }, (_, at) => ({
        userName: `person${at}@acme.example`,
        externalId: `e${at}`,
        active: true,
        givenName: `Given ${at}`,
        familyName: `Family ${at}`,
      }));

    test('an empty target lists nobody', async () => {
      expect(await listAll(target)).toEqual([]);
      expect(await target.check()).toMatchObject({ ok: true, error: null });
    });

    test('a created account is listed, read and found with every attribute', async () => {
      await target.create(manager);
      const result = await target.create(report);
      expect(result.dropped).toEqual([]);
      const expected = { ...report, targetId: result.targetId };
      expect((await listAll(target)).find(({ targetId }) => targetId === result.targetId)).toMatchObject(expected);
      expect(await target.read(result.targetId)).toMatchObject(expected);
      for (const attribute of ['externalId', 'userName', 'employeeNumber'] as const) {
        expect(await target.find(attribute, String(report[attribute]))).toEqual([expect.objectContaining(expected)]);
      }
    });

    test('what was not sent is null', async () => {
      const { targetId } = await target.create(manager);
      const empty: Partial<AccountAttributes> = {
        managerUserName: null,
        gender: null,
        birthDate: null,
        title: null,
        phoneNumber: null,
        employeeNumber: null,
        contractType: null,
        firstHiredOn: null,
        department: null,
      };
      expect(await target.read(targetId)).toMatchObject(empty);
    });

    test('the same userName is refused, whatever its case, and adds nobody', async () => {
      await target.create(manager);
      const twin = { ...manager, externalId: '9', userName: 'ADA.van.Dam@acme.example' };
      await expect(target.create(twin)).rejects.toEqual(refusedWith('target-conflict'));
      expect(await listAll(target)).toHaveLength(1);
    });

    test('a userName is found whatever its case', async () => {
      const { targetId } = await target.create(manager);
      expect(await target.find('userName', 'Ada.Van.Dam@ACME.example')).toEqual([
        expect.objectContaining({ targetId }),
      ]);
    });

    test('nobody is found where nobody fits, and numbers keep their zeros', async () => {
      await target.create(manager);
      await target.create(report);
      expect(await target.find('userName', 'nobody@acme.example')).toEqual([]);
      expect(await target.find('employeeNumber', '123')).toEqual([]);
      expect(await target.find('externalId', '100')).toEqual([]);
      expect(await target.read('no-such-id' as TargetId)).toBeNull();
    });

    test('an update changes what it names and nothing else', async () => {
      await target.create(manager);
      const { targetId } = await target.create(report);
      const before = await target.read(targetId);
      const changes = { title: 'Boss', phoneNumber: '+31201234567', firstHiredOn: '2020-01-02' as IsoDate };
      const result = await target.update(targetId, changes, null);
      expect(result).toMatchObject({ targetId, dropped: [] });
      expect(await target.read(targetId)).toEqual({ ...before, ...changes, version: result.version });
    });

    test('an update gives an account what it did not have', async () => {
      const { targetId } = await target.create(manager);
      const changes = {
        phoneNumber: '+31612345678',
        department: 'Board',
        gender: 'female',
        employeeNumber: '7',
      } as const;
      expect(await target.update(targetId, changes, null)).toMatchObject({ dropped: [] });
      expect(await target.read(targetId)).toMatchObject(changes);
    });

    test('null empties', async () => {
      await target.create(manager);
      const { targetId } = await target.create(report);
      const changes = { managerUserName: null, title: null, phoneNumber: null, birthDate: null };
      expect(await target.update(targetId, changes, null)).toMatchObject({ dropped: [] });
      expect(await target.read(targetId)).toMatchObject({ ...changes, department: report.department });
    });

    test('an account is disabled and comes back', async () => {
      const { targetId } = await target.create(manager);
      await target.update(targetId, { active: false }, null);
      expect(await target.read(targetId)).toMatchObject({ active: false, familyName: 'van Dam' });
      await target.update(targetId, { active: true }, null);
      expect(await target.read(targetId)).toMatchObject({ active: true });
    });

    test('a userName changes, but not to one that is taken', async () => {
      await target.create(manager);
      const { targetId } = await target.create(report);
      await target.update(targetId, { userName: 'new@acme.example' }, null);
      expect(await target.read(targetId)).toMatchObject({ userName: 'new@acme.example' });
      const taken = target.update(targetId, { userName: manager.userName }, null);
      await expect(taken).rejects.toEqual(refusedWith('target-conflict'));
    });

    test('an account that is not there cannot be changed', async () => {
      const gone = target.update('no-such-id' as TargetId, { title: 'x' }, null);
      await expect(gone).rejects.toEqual(refusedWith('target-not-found'));
    });

    test('a version guards against a change in between, where there are versions', async () => {
      const { targetId, version } = await target.create(manager);
      await target.update(targetId, { title: 'first' }, version);
      const second = target.update(targetId, { title: 'second' }, version);
      if (version === null) await expect(second).resolves.toMatchObject({ targetId });
      else await expect(second).rejects.toEqual(refusedWith('target-precondition'));
      expect(await target.read(targetId)).toMatchObject({ title: version === null ? 'second' : 'first' });
    });

    test('a long list gives everybody once', async () => {
      for (const person of people(25)) await target.create(person);
      const listed = await listAll(target);
      expect(listed.map(({ externalId }) => externalId).sort()).toEqual(
        people(25)
          .map((one) => one.externalId)
          .sort(),
      );
    });

    test('what was cancelled beforehand does nothing', async () => {
      const signal = AbortSignal.abort();
      await expect(target.create(manager, signal)).rejects.toEqual(refusedWith('run-cancelled'));
      await expect(target.listStep(null, signal)).rejects.toEqual(refusedWith('run-cancelled'));
      expect(await listAll(target)).toEqual([]);
    });
  });
}

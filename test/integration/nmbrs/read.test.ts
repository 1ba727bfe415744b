import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealSnapshot } from '../../../utils/core/snapshot.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { readWhole, sandboxSource, type WholeRead } from '../../support/nmbrs-sandbox.ts';
import { SandboxControl } from '../../support/sandbox-control.ts';

const today = new Date().toISOString().slice(0, 10);

describe.each([1, 2, 3])('reading the people of seed %i', (seed) => {
  let sandbox: Sandbox;
  let control: SandboxControl;
  let read: WholeRead;

  beforeAll(async () => {
    sandbox = await startSandbox({ employees: 250, companies: 3, seed });
    control = new SandboxControl(sandbox.ready);
    read = await readWhole(() => sandboxSource(sandbox.ready), { today });
  });
  afterAll(() => sandbox.stop());

  it('gives every expected person with every attribute', async () => {
    const expected = await control.expected();
    expect(expected.length).toBeGreaterThan(100);
    const found = new Map(Array.from(read.people.values(), (person) => [String(person.sourceId), person]));
    for (const account of expected) {
      const person = found.get(account.externalId);
      expect({
        status: person?.status,
        userName: person?.workEmail,
        givenName: person?.givenName,
        familyName: person?.familyName,
        gender: person?.gender,
        birthDate: person?.birthDate,
        title: person?.job,
        phoneNumber: person?.phoneNumber,
        employeeNumber: person?.employeeNumber,
        contractType: person?.contractType,
        firstHiredOn: person?.firstHiredOn,
      }).toEqual({
        status: 'active',
        userName: account.userName,
        givenName: account.givenName,
        familyName: account.familyName,
        gender: account.gender,
        birthDate: account.birthDate,
        title: account.title,
        phoneNumber: account.phoneNumber,
        employeeNumber: account.employeeNumber,
        contractType: account.contractType,
        firstHiredOn: account.firstHiredOn,
      });
    }
  });

  it('names the manager of everybody who is expected to have one', async () => {
    const found = new Map(Array.from(read.people.values(), (person) => [String(person.sourceId), person]));
    const led = (await control.expected()).filter(({ managerUserName }) => managerUserName !== null);
    expect(led.length).toBeGreaterThan(50);
    const byMail = led.filter((account) => found.get(account.externalId)?.manager?.email === account.managerUserName);
    expect(byMail.length).toBeGreaterThan(led.length * 0.8);
    for (const account of led) expect(found.get(account.externalId)?.manager, account.externalId).not.toBeNull();
  });

  it('proves the snapshot complete, every person counted', () => {
    const snapshot = sealSnapshot([...read.people.values()], read.evidence);
    expect(snapshot).toMatchObject({ complete: true });
    expect(read.evidence.companies).toHaveLength(3);
    expect(read.evidence.unread).toEqual([]);
  });

  it('counts every call it sent', async () => {
    const { calls } = (await control.state()).nmbrs;
    expect(read.evidence.calls).toBe(Object.values(calls).reduce((sum, count) => sum + count, 0));
  });
});

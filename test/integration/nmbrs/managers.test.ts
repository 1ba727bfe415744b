import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../../utils/core/ids.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { readWhole, sandboxSource } from '../../support/nmbrs-sandbox.ts';
import { SandboxControl } from '../../support/sandbox-control.ts';

let sandbox: Sandbox;
let control: SandboxControl;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 200, companies: 3, debtors: 2 });
  control = new SandboxControl(sandbox.ready);
});
afterAll(() => sandbox.stop());
beforeEach(() => control.reset());

const report = 'ReportService.Reports_Business_EmployeeContracts_Background';
const asking = 'EmployeeService.Manager_GetCurrent';

/** One read, and which calls it cost. */
async function read(options: { today?: string; memory?: ReadonlyMap<string, Json> } = {}) {
  const before = (await control.state()).nmbrs.calls;
  const whole = await readWhole(sandboxSource(sandbox.ready), { today: '2026-11-24', ...options });
  const after = (await control.state()).nmbrs.calls;
  const calls = Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]));
  return { ...whole, calls, total: Object.values(calls).reduce((sum, count) => sum + count, 0) };
}

const managersOf = ({ people }: Awaited<ReturnType<typeof read>>) =>
  Object.fromEntries(Array.from(people.values(), ({ sourceId, manager }) => [sourceId, manager?.email ?? null]));
const inService = ({ people }: Awaited<ReturnType<typeof read>>) =>
  [...people.values()].filter(({ status }) => status === 'active').length;

describe('managers from the report', () => {
  it('cost no more than eight calls per company, eight per environment, and one per ambiguous name', async () => {
    const first = await read();
    const ambiguous = first.calls[asking] ?? 0;
    expect(ambiguous).toBeGreaterThan(0);
    expect(ambiguous).toBeLessThan(inService(first) * 0.2);
    // One more than eight for the list of managers of the second debtor.
    expect(first.total - ambiguous).toBeLessThanOrEqual(8 * 3 + 8 + 1);

    const second = await read({ memory: first.memory });
    expect(second.calls[asking] ?? 0).toBe(0);
    expect(second.total).toBeLessThanOrEqual(8 * 3 + 8 + 1);
    expect(managersOf(second)).toEqual(managersOf(first));
  });

  it('are the same as when everybody is asked for', async () => {
    const reported = managersOf(await read());
    await control.switchProfile({ rights: { [report]: false } });
    const asked = await read();
    expect(asked.calls[asking]).toBe(inService(asked));
    expect(managersOf(asked)).toEqual(reported);
  });

  it('are waited for while Nmbrs writes it, and not for ever', async () => {
    await control.switchProfile({ reportPolls: 5 });
    expect((await read()).calls[asking]).toBeLessThan(20);
    await control.switchProfile({ reportPolls: 1000 });
    const impatient = await read();
    expect(impatient.calls[asking]).toBe(inService(impatient));
    expect(impatient.calls['ReportService.Reports_BackgroundTask_Result']).toBeLessThan(15);
  });

  it.each([
    ['fails', { kind: 'soap-fault', code: 2019 }],
    ['is a web page', { kind: 'html' }],
    ['breaks off', { kind: 'truncate' }],
  ])('are asked for one by one where it %s', async (_name, fault) => {
    const operation = 'Reports_BackgroundTask_Result';
    await control.setFaults([{ system: 'nmbrs', match: { operation }, times: null, fault }]);
    const whole = await read();
    expect(whole.calls[asking]).toBe(inService(whole));
  });
});

describe('managers without the report', () => {
  beforeEach(() => control.switchProfile({ rights: { [report]: false } }));

  it('are asked for again in every run, so that a new manager is seen in the next one', async () => {
    const first = await read();
    await control.changePeople({ change: 60, seed: 5 });
    const second = await read({ memory: first.memory });
    expect(second.calls[asking]).toBe(inService(second));
    expect(managersOf(second)).not.toEqual(managersOf(first));
    expect(managersOf(second)).toEqual(managersOf(await read()));
  });

  it('stay untouched where asking is not allowed either: nobody’s is read, and nobody’s is told to be none', async () => {
    await control.switchProfile({ rights: { [report]: false, [asking]: false } });
    const { evidence, calls } = await read();
    expect(evidence.unread).toMatchObject([
      {
        attribute: 'manager',
        error: { code: 'source-permission', params: { service: 'EmployeeService', method: 'Manager_GetCurrent' } },
      },
    ]);
    expect(evidence.notices).toContainEqual({
      code: 'attribute-not-allowed',
      params: { attribute: 'manager', service: 'EmployeeService', method: 'Manager_GetCurrent' },
    });
    expect(calls[asking]).toBeLessThanOrEqual(8);
  });
});

it('without the list of managers, names alone decide nothing', async () => {
  await control.switchProfile({ rights: { 'DebtorService.Manager_GetList': false } });
  const first = await read();
  expect(first.calls[asking]).toBeGreaterThan(100);
  const second = await read({ memory: first.memory });
  expect(second.calls[asking] ?? 0).toBe(0);
  expect(managersOf(second)).toEqual(managersOf(first));
});

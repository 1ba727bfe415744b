import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ErrorInfo, toErrorInfo } from '../../../utils/core/errors.ts';
import { sealSnapshot } from '../../../utils/core/snapshot.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { readWhole, sandboxSource, type WholeRead } from '../../support/nmbrs-sandbox.ts';
import { type FaultRule, SandboxControl } from '../../support/sandbox-control.ts';

let sandbox: Sandbox;
let control: SandboxControl;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 40, companies: 3 });
  control = new SandboxControl(sandbox.ready);
});
afterAll(() => sandbox.stop());
beforeEach(() => control.reset());

const today = new Date().toISOString().slice(0, 10);
const contracts = 'Contract_GetAll_AllEmployeesByCompany';

async function read(options: Parameters<typeof sandboxSource>[1] = {}): Promise<WholeRead | ErrorInfo> {
  try {
    return await readWhole(sandboxSource(sandbox.ready, options), { today });
  } catch (error) {
    return toErrorInfo(error);
  }
}

const countPeople = (whole: WholeRead | ErrorInfo): number => ('people' in whole ? whole.people.size : -1);
const strike = (fault: FaultRule['fault'], rule: Partial<FaultRule> = {}) =>
  control.setFaults([{ system: 'nmbrs', match: { operation: contracts }, fault, ...rule }]);

describe('a fault that passes', () => {
  it.each<[string, FaultRule['fault']]>([
    ['1006', { kind: 'soap-fault', code: 1006 }],
    ['a page with status 200', { kind: 'html' }],
    ['a page with status 503', { kind: 'html', status: 503 }],
    ['a status without a page', { kind: 'status', status: 502 }],
    ['a connection that breaks', { kind: 'reset-before' }],
    ['an answer that is lost', { kind: 'reset-after' }],
    ['an answer that breaks off', { kind: 'truncate', at: 0.5 }],
    ['an answer that lacks its end', { kind: 'truncate', at: 0.999 }],
  ])('%s: survived, and everybody is read', async (_name, fault) => {
    const undisturbed = await read();
    await strike(fault, { times: 2 });
    const whole = await read();
    expect(whole).not.toHaveProperty('code');
    expect(countPeople(whole)).toBe(countPeople(undisturbed));
  });

  it('a slow answer is waited for, and one that never comes is not', async () => {
    await strike({ kind: 'delay', ms: 300 });
    expect(await read({ silenceMs: 5_000 })).toHaveProperty('people');
    await strike({ kind: 'delay', ms: 2_000 }, { times: null });
    expect(await read({ silenceMs: 100 })).toMatchObject({ code: 'source-timeout', params: { method: contracts } });
  });
});

describe('a fault that stays', () => {
  it.each<[string, FaultRule['fault'], string]>([
    ['1001', { kind: 'soap-fault', code: 1001 }, 'source-auth'],
    ['1004', { kind: 'soap-fault', code: 1004 }, 'source-subscription'],
    ['1006', { kind: 'soap-fault', code: 1006 }, 'source-busy'],
    ['2006', { kind: 'soap-fault', code: 2006 }, 'source-period'],
    ['9999', { kind: 'soap-fault', code: 9999 }, 'source-fault'],
    ['a page with status 200', { kind: 'html' }, 'source-unavailable'],
    ['a status', { kind: 'status', status: 500, body: 'Runtime Error' }, 'source-unavailable'],
    ['a connection that breaks', { kind: 'reset-before' }, 'source-unreachable'],
    ['an answer that breaks off', { kind: 'truncate' }, 'source-truncated'],
  ])('%s ends the read as %s', async (_name, fault, code) => {
    await strike(fault, { times: null });
    expect(await read()).toMatchObject({ code, params: { service: 'EmployeeService', method: contracts } });
  });

  it('maintenance of the whole system is that the service is unavailable, whatever its status', async () => {
    for (const maintenanceStatus of [200, 503]) {
      await control.switchProfile({ maintenanceStatus });
      expect(await read()).toMatchObject({ code: 'source-unavailable', retryable: true });
    }
  });

  it('passes on how long the service asked to be left alone', async () => {
    await strike({ kind: 'status', status: 503, headers: { 'Retry-After': '120' } }, { times: null });
    expect(await read()).toMatchObject({ code: 'source-unavailable', retryAfterMs: 120_000 });
  });
});

describe('what is not allowed', () => {
  it.each([
    ['Function_GetAll_AllEmployeesByCompany_V2', 'job'],
    ['Department_GetAll_AllEmployeesByCompany', 'department'],
    [contracts, 'contractType'],
    ['Employment_GetAll_AllEmployeesByCompany', 'firstHiredOn'],
  ] as const)('%s costs %s alone, and the snapshot stays complete', async (method, attribute) => {
    await control.switchProfile({ rights: { [`EmployeeService.${method}`]: false } });
    const whole = await read();
    if (!('people' in whole)) throw new Error(whole.code);
    const error = { code: 'source-permission', params: { service: 'EmployeeService', method } };
    expect(whole.evidence.unread).toMatchObject([{ attribute, error }]);
    expect([...whole.people.values()].filter((person) => person[attribute] !== null)).toEqual([]);
    expect(sealSnapshot([...whole.people.values()], whole.evidence)).toMatchObject({ complete: true });
  });

  it.each([
    'DebtorService.List_GetAll',
    'CompanyService.List_GetAll',
    'CompanyService.Company_GetCurrentPeriod',
    'EmployeeService.List_GetByCompany',
    'EmployeeService.PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany',
  ])('%s is missed by name, and nobody is read', async (right) => {
    await control.switchProfile({ rights: { [right]: false } });
    const [service, method] = right.split('.');
    expect(await read()).toMatchObject({ code: 'source-permission', params: { service, method } });
  });

  it.each([
    'DebtorService.Environment_Get',
    'EmployeeService.EmployeeType_GetList',
    'CompanyService.Converter_GetByCompany_IntToGuid',
  ])('%s is done without', async (right) => {
    await control.switchProfile({ rights: { [right]: false } });
    const whole = await read();
    expect('people' in whole && whole.evidence.unread).toEqual([]);
  });

  it('a company that a tag hides is simply not there; one that closes on the way makes the snapshot incomplete', async () => {
    const all = countPeople(await read());
    await control.switchProfile({ hiddenCompanies: [54614] });
    const hidden = await read();
    expect(countPeople(hidden)).toBeLessThan(all);
    expect(hidden).toMatchObject({ evidence: { companies: [{ id: '54613' }, { id: '54615' }] } });

    await control.reset();
    await strike({ kind: 'soap-fault', code: 1003 }, { match: { operation: 'Company_GetCurrentPeriod' }, after: 1 });
    const partial = await read();
    if (!('people' in partial)) throw new Error(partial.code);
    expect(partial.evidence.companies.map(({ answered }) => answered)).toEqual([true, false, true]);
    expect(sealSnapshot([...partial.people.values()], partial.evidence)).toMatchObject({
      complete: false,
      reasons: ['company-unanswered'],
    });
  });
});

describe('a system that is slow', () => {
  it('is given its time: a bulk answer that takes long, and half a second for too many calls', async () => {
    await control.switchProfile({ bulkDelayMs: 400, callsPerSecond: 10, throttleDelayMs: 100 });
    expect(await read({ silenceMs: 3_000 })).toHaveProperty('people');
  });
});

describe('the numbers of the successor', () => {
  it('are learnt one company a run, after the first, and kept', async () => {
    const source = () => sandboxSource(sandbox.ready);
    let whole = await readWhole(source, { today });
    const known = () => [...whole.people.values()].filter(({ successorId }) => successorId !== null);
    expect(known()).toEqual([]);
    const grown: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      whole = await readWhole(source, { today, memory: whole.memory });
      grown.push(known().length);
    }
    expect(grown[0]).toBeGreaterThan(0);
    expect(grown[1]).toBeGreaterThan(grown[0] ?? 0);
    expect(grown[2]).toBe(whole.people.size);
    for (const { successorId } of known()) expect(successorId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

it('says when the interface ends, in good time', async () => {
  const whole = await readWhole(sandboxSource(sandbox.ready), { today: '2026-12-24' });
  expect(whole.evidence.notices).toEqual([{ code: 'soap-ends', params: { date: '2027-03-01', days: 67 } }]);
});

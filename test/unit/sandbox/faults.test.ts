import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { callSoap, control } from './soap-caller.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 30 });
});
afterAll(() => sandbox.stop());
afterEach(() => control(sandbox, 'DELETE', '/faults'));

const list = {
  operation: 'List_GetByCompany',
  parameters: '<CompanyId>54613</CompanyId><EmployeeType>2</EmployeeType>',
};
const strike = (fault: unknown, more: object = {}) =>
  control(sandbox, 'POST', '/faults', [{ system: 'nmbrs', match: { operation: 'List_GetByCompany' }, fault, ...more }]);
const calls = async (): Promise<number> => {
  const state = (await control(sandbox, 'GET', '/state')) as { nmbrs: { calls: Record<string, number> } };
  return state.nmbrs.calls['EmployeeService.List_GetByCompany'] ?? 0;
};

describe('a fault', () => {
  it('strikes after so many, so many times, and only what fits', async () => {
    await strike({ kind: 'status', status: 429, headers: { 'Retry-After': '3' } }, { after: 1, times: 2 });
    const seen: number[] = [];
    for (let index = 0; index < 4; index += 1) seen.push((await callSoap(sandbox, list)).status);
    expect(seen).toEqual([200, 429, 429, 200]);
    expect((await callSoap(sandbox, { operation: 'EmployeeType_GetList' })).status).toBe(200);
  });

  it('can lose a request before it arrives, or its answer after the work is done', async () => {
    const before = await calls();
    await strike({ kind: 'reset-before' });
    await expect(callSoap(sandbox, list)).rejects.toThrow();
    expect(await calls()).toBe(before);
    await control(sandbox, 'DELETE', '/faults');
    await strike({ kind: 'reset-after' });
    await expect(callSoap(sandbox, list)).rejects.toThrow();
    expect(await calls()).toBe(before + 1);
  });

  it('can cut an answer so that the connection looks sound', async () => {
    const whole = await callSoap(sandbox, list);
    await strike({ kind: 'truncate', at: 0.25 });
    const cut = await callSoap(sandbox, list);
    expect(cut.status).toBe(200);
    expect(whole.text.startsWith(cut.text.slice(0, -1))).toBe(true);
    expect(cut.text.length).toBeLessThan(whole.text.length / 2);
  });

  it('can drop a share of a list and leave it well-formed', async () => {
    const count = (text: string): number => text.split('<Employee>').length - 1;
    const whole = await callSoap(sandbox, list);
    await strike({ kind: 'subset', share: 0.5 });
    const part = await callSoap(sandbox, list);
    expect(count(part.text)).toBe(Math.round(count(whole.text) / 2));
    expect(
      part.text.endsWith('</List_GetByCompanyResult></List_GetByCompanyResponse></soap:Body></soap:Envelope>'),
    ).toBe(true);
    await control(sandbox, 'DELETE', '/faults');
    await control(sandbox, 'POST', '/javelo/users', [{ userName: 'a@b.example' }, { userName: 'c@d.example' }]);
    await control(sandbox, 'POST', '/faults', {
      system: 'javelo',
      match: { method: 'GET', path: '/Users' },
      fault: { kind: 'subset' },
    });
    const response = await fetch(`${sandbox.ready.javelo.scim}/Users`, {
      headers: { Authorization: `Bearer ${sandbox.ready.javelo.token}` },
    });
    expect(((await response.json()) as { Resources: unknown[] }).Resources).toHaveLength(1);
  });

  it('can be a page, a SOAP fault or a wait', async () => {
    await strike({ kind: 'html' });
    expect(await callSoap(sandbox, list)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    await strike({ kind: 'soap-fault', code: 9999 });
    expect((await callSoap(sandbox, list)).text).toContain('---&gt; 9999: Unkown');
    await strike({ kind: 'delay', ms: 60 });
    const started = performance.now();
    await callSoap(sandbox, list);
    expect(performance.now() - started).toBeGreaterThan(55);
  });

  it('of an unknown kind is refused', async () => {
    expect(await strike({ kind: 'meteor' })).toMatchObject({ error: expect.stringContaining('fault.kind') });
  });
});

describe('a caller who hangs up', () => {
  it('in the middle of an answer disturbs nobody', async () => {
    const large = await startSandbox({ employees: 3000, companies: 1 });
    const socket = connect(Number(new URL(large.url).port), '127.0.0.1');
    const ns = 'https://api.nmbrs.nl/soap/v3/EmployeeService';
    const operation = 'PersonalInfoWithoutBSN_Get_GetAllEmployeesByCompany';
    const { email, token } = large.ready.nmbrs;
    const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><AuthHeaderWithDomain xmlns="${ns}"><Username>${email}</Username><Token>${token}</Token><Domain>acme</Domain></AuthHeaderWithDomain></s:Header><s:Body><${operation} xmlns="${ns}"><CompanyID>54613</CompanyID></${operation}></s:Body></s:Envelope>`;
    socket.write(
      `POST /soap/v3/EmployeeService.asmx HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await once(socket, 'data');
    socket.destroy();
    expect((await callSoap(large, list)).status).toBe(200);
    await large.stop();
  });
});

describe('a company that a tag hides', () => {
  it('is in nobody’s expectation', async () => {
    const fresh = await startSandbox({ employees: 30 });
    const all = (await control(fresh, 'GET', '/expected')) as { userName: string }[];
    await control(fresh, 'POST', '/profile', { hiddenCompanies: [54614, 54615] });
    const seen = (await control(fresh, 'GET', '/expected')) as { userName: string }[];
    expect(seen.length).toBeLessThan(all.length);
    expect(seen.every(({ userName }) => userName.endsWith('@acme.example'))).toBe(true);
    await fresh.stop();
  });
});

describe('reset', () => {
  it('brings back the seed', async () => {
    const before = await control(sandbox, 'GET', '/expected');
    await control(sandbox, 'POST', '/people', { hire: 3, leave: 2, change: 5, seed: 9 });
    expect(await control(sandbox, 'GET', '/expected')).not.toEqual(before);
    await control(sandbox, 'POST', '/reset');
    const after = (await control(sandbox, 'GET', '/expected')) as unknown[];
    const other = await startSandbox({ employees: 30 });
    expect(after).toEqual(await control(other, 'GET', '/expected'));
    await other.stop();
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { callSoap } from '../sandbox/soap-caller.ts';
import { configure, createVisitor, resetSandbox, uiState } from './visitor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 10, companies: 1 });
});
afterAll(() => sandbox.stop());
beforeEach(() => resetSandbox(sandbox));

const environment = { service: 'DebtorService', operation: 'Environment_Get' };
const types = { service: 'EmployeeService', operation: 'EmployeeType_GetList' };
const code = async (call: Parameters<typeof callSoap>[1]): Promise<string | undefined> =>
  /---&gt; (\d{4})/.exec((await callSoap(sandbox, call)).text)?.[1];

const tokenOn = (tab: string): string | undefined => /<span class="blue">([^<]+)</.exec(tab)?.[1];

describe('rights', () => {
  it('are all on until somebody limits them', async () => {
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    const rows = await visitor.rights(7, 'EmployeeService');
    expect(rows).toHaveLength(210);
    expect(rows.every(({ on }) => on)).toBe(true);
    expect(await code(types)).toBeUndefined();
  });

  it('switched on the page are what SOAP answers from the next call on', async () => {
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    await visitor.saveRights(7, 'EmployeeService', { EmployeeType_GetList: false });
    expect(await code(types)).toBe('1002');
    expect(await code(environment)).toBeUndefined();
    await visitor.saveRights(7, 'EmployeeService', { EmployeeType_GetList: true });
    expect(await code(types)).toBeUndefined();
  });

  it('of another template are its own, and so are those of another service', async () => {
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    await visitor.saveRights(8, 'EmployeeService', { EmployeeType_GetList: false, List_GetByCompany: false });
    await visitor.saveRights(7, 'CompanyService', { List_GetAll: false });
    expect(await code(types)).toBeUndefined();
    expect(await code({ service: 'DebtorService', operation: 'List_GetAll' })).toBeUndefined();
    expect(await code({ service: 'CompanyService', operation: 'List_GetAll' })).toBe('1002');
  });

  it('as a planning vendor left them are on in part', async () => {
    await configure(sandbox, { rights: 'limited' });
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    const on = (await visitor.rights(7, 'EmployeeService')).filter((row) => row.on).map(({ method }) => method);
    expect(on).toContain('List_GetByCompany');
    expect(on).not.toContain('EmployeeType_GetList');
    expect(on.length).toBeLessThan(20);
    expect(await code(types)).toBe('1002');
    expect(await code(environment)).toBe('1002');
  });

  it('that refuse stay as they are, and say so', async () => {
    await configure(sandbox, { rights: 'limited', ui: { refuse: ['EmployeeService.EmployeeType_GetList'] } });
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    const answer = await visitor.saveRights(7, 'EmployeeService', {
      EmployeeType_GetList: true,
      Manager_GetCurrent: true,
    });
    expect(JSON.parse(answer.text)).toEqual({ refused: ['EmployeeType_GetList'] });
    expect(await code(types)).toBe('1002');
    const switched = (await uiState(sandbox)).events.filter(({ kind }) => kind === 'switch');
    const common = {
      kind: 'switch',
      templateId: 7,
      template: 'Administrator Gebruiker (Client)',
      service: 'EmployeeService',
    };
    expect(switched).toEqual([
      { ...common, method: 'EmployeeType_GetList', from: false, to: true, refused: true },
      { ...common, method: 'Manager_GetCurrent', from: false, to: true, refused: false },
    ]);
  });

  it('can only be saved with the token of the page', async () => {
    const visitor = createVisitor(sandbox);
    const change = () => visitor.saveRights(7, 'EmployeeService', { EmployeeType_GetList: false });
    expect((await change()).status).toBe(401);
    await visitor.submitLogin();
    expect((await change()).status).toBe(403);
    expect(await code(types)).toBeUndefined();
    await visitor.enter();
    expect((await change()).status).toBe(200);
    expect(await code(types)).toBe('1002');
  });
});

describe('the API account', () => {
  it('is there from the start, with the token that the sandbox prints', async () => {
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    expect(tokenOn(await visitor.page('profile/apitoken'))).toBe(sandbox.ready.nmbrs.token);
  });

  it('lets nobody in until it is activated, and shows its token when the tab is opened again', async () => {
    await configure(sandbox, { ui: { token: 'inactive' } });
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    expect(await code(environment)).toBe('1001');
    expect(await visitor.page('profile/apitoken')).toContain('Activate API Account');
    expect(JSON.parse((await visitor.act('activate-api')).text)).toEqual({ next: ['page profile/apitoken'] });
    const first = await visitor.page('profile/apitoken');
    expect(first).not.toContain('Activate API Account');
    expect(tokenOn(first)).toBeUndefined();
    const token = tokenOn(await visitor.page('profile/apitoken'));
    expect(token).toMatch(/^[\x21-\x7e]{16,128}$/);
    expect(token).not.toBe(sandbox.ready.nmbrs.token);
    expect(await code({ ...environment, token: token ?? '' })).toBeUndefined();
    expect(await code(environment)).toBe('1001');
    expect((await uiState(sandbox)).token).toBe(token);
  });

  it('shows its token at once where that is the way', async () => {
    await configure(sandbox, { ui: { token: 'inactive', reveal: 'at-once' } });
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    await visitor.act('activate-api');
    expect(tokenOn(await visitor.page('profile/apitoken'))).toBeDefined();
  });

  it('that is activated may still hide its token once', async () => {
    await configure(sandbox, { ui: { token: 'hidden' } });
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    expect(tokenOn(await visitor.page('profile/apitoken'))).toBeUndefined();
    expect(tokenOn(await visitor.page('profile/apitoken'))).toBe(sandbox.ready.nmbrs.token);
  });

  it('loses the old token when it is reset', async () => {
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    expect(await visitor.popup(107)).toContain('stops working');
    expect(await code(environment)).toBeUndefined();
    await visitor.act('reset-token');
    expect(await code(environment)).toBe('1001');
    const token = tokenOn(await visitor.page('profile/apitoken'));
    expect(await code({ ...environment, token: token ?? '' })).toBeUndefined();
    expect((await uiState(sandbox)).events.map(({ kind }) => kind)).toContain('reset-token');
  });

  it('without a tab is made by an administrator among the logins', async () => {
    await configure(sandbox, { ui: { token: 'inactive', tokenTab: 'missing' } });
    const visitor = createVisitor(sandbox);
    await visitor.logIn();
    expect(await visitor.page('profile')).not.toContain('API Token');
    for (const list of ['logins', 'clientlogin'])
      expect(await visitor.page(`settings/${list}`)).toContain('create-login-token');
    await visitor.act('create-login-token');
    expect(await visitor.page('settings/logins')).not.toContain('create-login-token');
    const { token } = await uiState(sandbox);
    expect(await code({ ...environment, token: token ?? '' })).toBeUndefined();
  });

  it('is as at the start after a reset of the sandbox', async () => {
    await configure(sandbox, { ui: { token: 'inactive', variant: 'C' } });
    await resetSandbox(sandbox);
    expect(await code(environment)).toBeUndefined();
    expect((await uiState(sandbox)).switches).toMatchObject({ token: 'active', variant: 'A' });
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { differencesNow } from '../../support/compare-expected.ts';
import { engineOnSandbox } from '../../support/engine-on-sandbox.ts';
import { SandboxControl } from '../../support/sandbox-control.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 60 });
});
afterAll(() => sandbox.stop());

const optional = [
  'ReportService.Reports_Business_EmployeeContracts_Background',
  'EmployeeService.Manager_GetCurrent',
  'EmployeeService.Function_GetAll_AllEmployeesByCompany_V2',
  'EmployeeService.Contract_GetAll_AllEmployeesByCompany',
  'EmployeeService.Employment_GetAll_AllEmployeesByCompany',
  'EmployeeService.Department_GetAll_AllEmployeesByCompany',
];

it('an attribute that may no longer be read is left in Javelo as it is, and the run says so', async () => {
  const control = new SandboxControl(sandbox.ready);
  const { sync } = engineOnSandbox(sandbox.ready);
  expect((await sync()).state).toBe('succeeded');
  const before = (await control.state()).javelo.users;
  expect(await differencesNow(control)).toEqual([]);

  await control.switchProfile({ rights: Object.fromEntries(optional.map((right) => [right, false])) });
  const writes = await control.writes();
  const run = await sync();
  expect(run).toMatchObject({ state: 'succeeded', error: null });
  expect(
    run.notices.flatMap(({ code, params }) => (code === 'attribute-not-allowed' ? [params.attribute] : [])),
  ).toEqual(expect.arrayContaining(['manager', 'job', 'contractType', 'firstHiredOn', 'department']));
  expect(await control.writes()).toBe(writes);
  expect((await control.state()).javelo.users).toEqual(before);

  await control.switchProfile({ rights: 'all' });
  await control.changePeople({ change: 6, seed: 3 });
  await sync();
  expect(await differencesNow(control)).toEqual([]);
});

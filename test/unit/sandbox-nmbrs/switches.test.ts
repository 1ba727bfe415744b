import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRights, methodsOf } from '../../sandbox/nmbrs/catalogue.ts';
import { usualSwitches } from '../../sandbox/nmbrs/pages/switches.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { configure, resetSandbox, uiState } from './visitor.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ employees: 5, companies: 1 });
});
afterAll(() => sandbox.stop());

const folder = new URL('../../sandbox/nmbrs', import.meta.url).pathname;

describe('the catalogue', () => {
  it('has the methods of the facts, each once', () => {
    expect(methodsOf.EmployeeService).toHaveLength(210);
    expect(methodsOf.CompanyService).toHaveLength(101);
    expect(methodsOf.DebtorService).toHaveLength(30);
    expect(new Set(allRights).size).toBe(341);
  });

  it('has every operation that SOAP answers, but for the reports', async () => {
    const wsdls = ['DebtorService', 'CompanyService', 'EmployeeService'].map(async (service) => {
      const wsdl = await (await fetch(`${sandbox.ready.nmbrs.api}/${service}.asmx?WSDL`)).text();
      return [...wsdl.matchAll(/<wsdl:operation name="(\w+)"/g)].map(([, name]) => `${service}.${name}`);
    });
    const answered = (await Promise.all(wsdls)).flat();
    expect(answered.length).toBeGreaterThan(20);
    expect(answered.filter((right) => !allRights.includes(right))).toEqual([]);
  });
});

describe('the switches', () => {
  it('are all in the README', () => {
    const readme = readFileSync(join(folder, 'pages/README.md'), 'utf8');
    expect(Object.keys(usualSwitches()).filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
  });

  it.each([
    { variant: 'Z' },
    { language: 'fr' },
    { slowMs: -1 },
    { walkme: 'yes' },
    { refuse: ['EmployeeService.Nothing'] },
    { endSessionAfter: 1.5 },
    { nonsense: true },
    ['A'],
  ])('refuse %j', async (ui) => {
    expect((await configure(sandbox, { ui })).error).toMatch(/^ui/);
    expect((await uiState(sandbox)).switches).toEqual(usualSwitches());
  });

  it('keep what a later request does not name, until the reset', async () => {
    await configure(sandbox, { ui: { variant: 'F' } });
    await configure(sandbox, { nmbrs: { ui: { language: 'sv' } } });
    expect((await uiState(sandbox)).switches).toMatchObject({ variant: 'F', language: 'sv' });
    await resetSandbox(sandbox);
    expect((await uiState(sandbox)).switches).toEqual(usualSwitches());
  });
});

describe('the sandbox', () => {
  it('knows nothing of the product', () => {
    const files = readdirSync(join(folder, '..'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const foreign = files.filter((name) =>
      /from '(\.\.\/)+(utils|entrypoints|components|assets)\//.test(readFileSync(join(folder, '..', name), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(foreign).toEqual([]);
  });

  it('has nothing on the Nmbrs pages that is made for tests', () => {
    const files = readdirSync(join(folder, 'pages'), { recursive: true, encoding: 'utf8' });
    const sources = files.filter((name) => name.endsWith('.ts'));
    expect(sources.filter((name) => readFileSync(join(folder, 'pages', name), 'utf8').includes('testid'))).toEqual([]);
  });
});

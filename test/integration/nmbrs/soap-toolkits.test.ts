import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Client, createClientAsync } from 'soap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';

const services = ['DebtorService', 'CompanyService', 'EmployeeService', 'ReportService'] as const;
type ServiceName = (typeof services)[number];
const dialects = ['Soap', 'Soap12'] as const;
type Dialect = (typeof dialects)[number];
type Values = Readonly<Record<string, string | number>>;
type Method = (values: Values, answer: (error: unknown, result: unknown) => void) => void;

const run = promisify(execFile);
const zeepProgram = fileURLToPath(new URL('./zeep-client.py', import.meta.url));
const hasZeep = await run('/usr/bin/python3', ['-c', 'import zeep']).then(
  () => true,
  () => false,
);

let sandbox: Sandbox;
let ids: Values;

/** A client of node-soap for one binding: made from the WSDL, and logged in by the name of the header alone. */
async function connect(service: ServiceName, dialect: Dialect) {
  const { api, email, token, domain } = sandbox.ready.nmbrs;
  const client = await createClientAsync(`${api}/${service}.asmx?WSDL`, { forceSoap12Headers: dialect === 'Soap12' });
  const xmlns = `https://api.nmbrs.nl/soap/v3/${service}`;
  const user = { Username: email, Token: token };
  return {
    described: Object.entries(describedMethods(client, service, dialect)),
    call(method: string, values: Values): Promise<unknown> {
      client.clearSoapHeaders();
      const header =
        method === 'Environment_Get' ? { AuthHeader: user } : { AuthHeaderWithDomain: { ...user, Domain: domain } };
      client.addSoapHeader(header, '', 'tns', xmlns);
      const methods = client[service][`${service}${dialect}`] as Readonly<Record<string, Method>>;
      return new Promise((done, fail) => {
        methods[method]?.(values, (error, result) => (error ? fail(error) : done(result)));
      });
    },
  };
}

function describedMethods(client: Client, service: ServiceName, dialect: Dialect) {
  return client.describe()[service][`${service}${dialect}`] as Readonly<Record<string, { input: Values | null }>>;
}

/** Ids that the sandbox gives out itself, under the name of every parameter that wants one. */
async function collectIds(): Promise<Values> {
  const ask = async (service: ServiceName, method: string, values: Values = {}) =>
    JSON.stringify(await (await connect(service, 'Soap')).call(method, values));
  const first = (name: string, text: string): number => Number(new RegExp(`"${name}":"?(\\d+)`).exec(text)?.[1]);
  const company = first('ID', await ask('CompanyService', 'List_GetAll'));
  const people = await ask('EmployeeService', 'List_GetByCompany', { CompanyId: company, EmployeeType: 2 });
  const task = await ask('ReportService', 'Reports_Business_EmployeeContracts_Background');
  return {
    CompanyId: company,
    CompanyID: company,
    DebtorId: first('Id', await ask('DebtorService', 'List_GetAll')),
    EmployeeId: first('Id', people),
    EmployeeType: 2,
    Period: 1,
    Year: new Date().getFullYear(),
    Number: '1',
    Entity: 'Employee',
    TaskId: /"(\w{8}-[\w-]{27})"/.exec(task)?.[1] ?? '',
  };
}

beforeAll(async () => {
  sandbox = await startSandbox({ employees: 40 });
  ids = await collectIds();
});
afterAll(() => sandbox.stop());

// Of a person without a manager Nmbrs says nothing at all (nmbrs-api.md §2.13).
const mayAnswerNothing = /^Manager_Get/;

describe('node-soap reads the sandbox through its WSDL', () => {
  it.each(services.flatMap((service) => dialects.map((dialect) => [service, dialect] as const)))(
    '%s over %s: every operation answers with what it describes',
    async (service, dialect) => {
      const { described, call } = await connect(service, dialect);
      expect(described.length).toBeGreaterThan(1);
      for (const [method, { input }] of described) {
        const values = Object.fromEntries(Object.keys(input ?? {}).map((name) => [name, ids[name] ?? `no ${name}`]));
        const answer = await call(method, values);
        if (!mayAnswerNothing.test(method)) expect(Object.keys(answer ?? {}), method).not.toEqual([]);
      }
    },
  );

  it('gets the faults of both dialects as its own errors', async () => {
    for (const dialect of dialects) {
      const { call } = await connect('EmployeeService', dialect);
      await expect(call('Manager_GetCurrent', { EmployeeId: 1 })).rejects.toThrow('---> 2003: Unauthorized access');
    }
  });
});

describe.skipIf(!hasZeep)('zeep (Debian: python3-zeep) reads the sandbox through its WSDL', () => {
  it.each(services)('%s: every operation of both bindings', async (service) => {
    const { api, email, token, domain } = sandbox.ready.nmbrs;
    const question = JSON.stringify({ url: `${api}/${service}.asmx?WSDL`, service, email, token, domain, ids });
    const { stdout } = await run('/usr/bin/python3', [zeepProgram, question]);
    const { called, problems } = JSON.parse(stdout) as { called: number; problems: readonly string[] };
    expect(problems).toEqual([]);
    expect(called).toBeGreaterThan(3);
  });
});

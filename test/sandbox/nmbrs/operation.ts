import type { Company, Debtor, Employee, Population } from '../people/records.ts';
import type { Account } from './access.ts';
import { visibleCompanies } from './access.ts';
import { codeFault } from './fault.ts';
import { type Field, fields } from './schema.ts';

export const serviceNames = ['DebtorService', 'CompanyService', 'EmployeeService', 'ReportService'] as const;
export type ServiceName = (typeof serviceNames)[number];

export type Parameters = Readonly<Record<string, number | string | undefined>>;

/** What operations ask of the environment; ids outside of the user's scope are refused here. */
export interface Environment {
  readonly population: Population;
  readonly account: Account;
  companies(): readonly Company[];
  debtors(): readonly Debtor[];
  company(id: unknown): Company;
  debtor(id: unknown): Debtor;
  employee(id: unknown): { readonly employee: Employee; readonly company: Company };
  employeesOf(companyId: number): readonly Employee[];
}

export interface Operation {
  readonly service: ServiceName;
  readonly name: string;
  readonly parameters: readonly Field[];
  /** The type of the result; `X[]` is a list. */
  readonly result: string;
  /** The element that holds the result; `{name}Result` but for a few. */
  readonly resultElement: string;
  /** Reads all employees of a company: slow at Nmbrs, and kept until the data changes here. */
  readonly bulk: boolean;
  /** Gives the value of the result; undefined is a response without result. */
  readonly run: (environment: Environment, parameters: Parameters) => unknown;
}

/** Declares an operation: `define('EmployeeService', 'Manager_GetCurrent', 'EmployeeId:int', 'Staff', …)`. */
export const define = (
  service: ServiceName,
  name: string,
  parameters: string,
  result: string,
  run: Operation['run'],
  { resultElement = `${name}Result`, bulk = false }: { resultElement?: string; bulk?: boolean } = {},
): Operation => ({ service, name, parameters: fields(parameters), result, resultElement, bulk, run });

/** An environment over the people of the moment, for one user. */
export const createEnvironment = (population: Population, account: Account): Environment => {
  const byCompany = new Map<number, Employee[]>();
  const byId = new Map<number, Employee>();
  for (const employee of population.employees) {
    byId.set(employee.id, employee);
    const list = byCompany.get(employee.companyId);
    if (list) list.push(employee);
    else byCompany.set(employee.companyId, [employee]);
  }
  const companies = (): readonly Company[] => visibleCompanies(population, account);
  const company = (id: unknown, missing = 2004): Company => {
    const found = population.companies.find((each) => each.id === id);
    if (!found) throw codeFault(missing);
    if (account.hiddenCompanies.has(found.id)) throw codeFault(1003);
    return found;
  };
  const debtors = (): readonly Debtor[] =>
    population.debtors.filter(({ id }) => companies().some(({ debtorId }) => debtorId === id));
  return {
    population,
    account,
    companies,
    debtors,
    company: (id) => company(id),
    debtor: (id) => {
      const found = debtors().find((each) => each.id === id);
      if (!found) throw codeFault(2009);
      return found;
    },
    employee: (id) => {
      const employee = byId.get(id as number);
      if (!employee || account.hiddenCompanies.has(employee.companyId)) throw codeFault(2003);
      return { employee, company: company(employee.companyId, 2003) };
    },
    employeesOf: (companyId) => byCompany.get(companyId) ?? [],
  };
};

import { addDays, midnight } from './dates.ts';
import { plantHardCases, plantSharedAddresses } from './hard-cases.ts';
import type { HistoryContext } from './histories.ts';
import { buildTree, currentInfo } from './managers.ts';
import { createCompanies, createDebtors } from './organisation.ts';
import { createEmployee, displayNameOf } from './person.ts';
import { createRandom, type Random } from './random.ts';
import { type Company, type Employee, employeeTypes, type Population } from './records.ts';

export interface PopulationOptions {
  /** How many people the lists of employee type 2 hold together; leavers and new hires come on top. */
  readonly employees: number;
  readonly companies: number;
  readonly debtors: number;
  readonly seed: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Takes employees into service one by one; numbers run per company, so two companies use the same ones. */
export const createHiring = (population: Population, random: Random) => {
  const addresses = new Set(
    population.employees.flatMap(({ personalInfos }) =>
      personalInfos.map(({ EmailWork }) => EmailWork?.trim().toLowerCase() ?? ''),
    ),
  );
  const numbers = new Map<number, number>();
  for (const { companyId, number } of population.employees)
    numbers.set(companyId, Math.max(numbers.get(companyId) ?? 0, Number(number)));
  return (company: Company, hired: string, type: number = employeeTypes.payroll): Employee => {
    const number = (numbers.get(company.id) ?? 0) + 1;
    numbers.set(company.id, number);
    const debtor = population.debtors.find(({ id }) => id === company.debtorId);
    if (!debtor) throw new Error(`company ${company.id} has no debtor`);
    const context: HistoryContext = { population, company, debtor, random };
    const employee = createEmployee({ number: String(number), hired, type }, context, addresses);
    population.employees.push(employee);
    return employee;
  };
};

/** Ends the employment of somebody, who then stands in the list of type 4. */
export const endService = (employee: Employee, day: string): void => {
  employee.type = employeeTypes.formerPayroll;
  for (const employment of employee.employments) employment.EndDate ??= midnight(day);
  for (const contract of employee.contracts) contract.EndDate ??= midnight(day);
};

const pickCompany = (companies: readonly Company[], random: Random): Company => {
  // The first company is the biggest.
  const first = companies[0];
  return first && random.chance(0.4) ? first : random.pick(companies);
};

/** The people of a seed: the same for the same options, every kind of §8.4 among them when there are people enough. */
export const createPopulation = ({ employees, companies, debtors, seed, today }: PopulationOptions): Population => {
  if (companies < 1 || debtors < 1 || debtors > companies)
    throw new Error('there must be at least one debtor, and at least one company for each');
  const random = createRandom(`people/${seed}`);
  const allDebtors = createDebtors(debtors);
  const population: Population = {
    today,
    seed,
    debtors: allDebtors,
    companies: createCompanies(companies, allDebtors, today),
    employees: [],
    version: 1,
    nextId: 60_000,
  };
  const hire = createHiring(population, random);
  for (let index = 0; index < employees; index += 1) {
    const company = population.companies[index] ?? pickCompany(population.companies, random);
    hire(company, addDays(today, -random.int(40, random.chance(0.3) ? 900 : 7300)));
  }
  const extra = (perHundred: number, atLeast: number): number =>
    Math.max(atLeast, Math.round((employees * perHundred) / 100));
  for (let index = 0; index < extra(4, 2); index += 1) {
    const left = -random.int(10, 600);
    endService(
      hire(pickCompany(population.companies, random), addDays(today, left - random.int(100, 3000))),
      addDays(today, left),
    );
  }
  for (const [type, count] of [
    [employeeTypes.newHire, extra(1, 1)],
    [employeeTypes.applicant, 1],
    [employeeTypes.external, 1],
  ] as const) {
    for (let index = 0; index < count; index += 1)
      hire(pickCompany(population.companies, random), addDays(today, random.int(8, 60)), type);
  }
  const lines = buildTree(population, random);
  plantHardCases(population, lines, random);
  plantSharedAddresses(population, lines);
  refreshDisplayNames(population);
  return population;
};

/** Nmbrs composes the shown name from the record; after changes the lists follow. */
export const refreshDisplayNames = (population: Population): void => {
  for (const employee of population.employees) {
    for (const info of employee.personalInfos) info.DisplayName = displayNameOf(info);
    employee.displayName =
      currentInfo(employee, population)?.DisplayName ?? employee.personalInfos[0]?.DisplayName ?? '';
  }
};

import { recordInForce } from './current.ts';
import type { Random } from './random.ts';
import { type Employee, employeeTypes, type PersonalInfo, type Population, type Staff } from './records.ts';

/** The personal record that a manager's own record was copied from. */
export const currentInfo = (employee: Employee, population: Population): PersonalInfo | undefined => {
  const company = population.companies.find(({ id }) => id === employee.companyId);
  return company && recordInForce(employee.personalInfos, company);
};

const plainName = (info: PersonalInfo | undefined): string =>
  [info?.FirstName, info?.Prefix, info?.LastName].filter(Boolean).join(' ').toLowerCase();

/** People whose name nobody else has: a manager's record can be told by it. */
export const withUniqueName = (employees: readonly Employee[]): Employee[] => {
  const names = new Map<string, number>();
  const of = (employee: Employee): string[] => [
    ...new Set(
      employee.personalInfos.flatMap((info) => [
        plainName(info),
        plainName({ ...info, FirstName: info.Nickname || info.FirstName || '' }),
      ]),
    ),
  ];
  for (const employee of employees) for (const name of of(employee)) names.set(name, (names.get(name) ?? 0) + 1);
  return employees.filter((employee) => of(employee).every((name) => names.get(name) === 1));
};

/** Enters an employee as a manager with the debtor; the record has a number of its own. */
export const enterManager = (employee: Employee, debtorId: number, population: Population, random: Random): Staff => {
  const debtor = population.debtors.find(({ id }) => id === debtorId);
  if (!debtor) throw new Error(`no debtor ${debtorId}`);
  const info = currentInfo(employee, population);
  const staff: Staff = {
    Number: 9000 + debtor.managers.length + 1,
    FirstName: info?.Nickname || info?.FirstName || '',
    Name: [info?.Prefix, info?.LastName].filter(Boolean).join(' '),
    Department: random.pick(debtor.departments).Description ?? '',
    ...(random.chance(0.5) ? { Function: 'Leidinggevende' } : {}),
    ...(info?.TelephoneWork ? { PhoneNumber: info.TelephoneWork } : {}),
    ...(info?.TelephoneMobileWork ? { Mobile: info.TelephoneMobileWork } : {}),
    Fax: '',
    ...(info?.EmailWork ? { Email: random.chance(0.1) ? info.EmailWork.toUpperCase() : info.EmailWork } : {}),
  };
  debtor.managers.push(staff);
  return staff;
};

/** Who leads: one at the top, a director for some sixty, a team leader for some nine; three or four levels in all. */
export interface Lines {
  readonly top: Employee | undefined;
  readonly directors: readonly Employee[];
  readonly leaders: readonly Employee[];
  /** Everybody who leads nobody. */
  readonly others: readonly Employee[];
}

const debtorOf = (employee: Employee, population: Population): number =>
  population.companies.find(({ id }) => id === employee.companyId)?.debtorId ?? 0;

/** Gives a manager to whom it may concern; each manager is entered once with every debtor that needs him. */
export const assign = (
  employee: Employee,
  manager: Employee,
  population: Population,
  random: Random,
  entered: Map<string, Staff>,
): void => {
  const debtorId = debtorOf(employee, population);
  const key = `${debtorId}/${manager.id}`;
  const staff = entered.get(key) ?? enterManager(manager, debtorId, population, random);
  entered.set(key, staff);
  employee.manager = staff;
};

/** Builds the tree over the people in service. A few have no manager, some have one in another company. */
export const buildTree = (population: Population, random: Random): Lines => {
  const people = population.employees.filter(({ type }) => type === employeeTypes.payroll);
  const able = random.shuffle(withUniqueName(population.employees).filter((employee) => people.includes(employee)));
  const top = able[0];
  const directors = able.slice(1, 1 + Math.ceil(people.length / 60));
  const leaders = able.slice(1 + directors.length, 1 + directors.length + Math.ceil(people.length / 9));
  const leading = new Set([top, ...directors, ...leaders]);
  const others = people.filter((employee) => !leading.has(employee));
  const entered = new Map<string, Staff>();
  const own = (employee: Employee, from: readonly Employee[]): Employee | undefined => {
    const near = from.filter(({ companyId }) => companyId === employee.companyId);
    return near.length > 0 && !random.chance(0.1) ? random.pick(near) : from.length > 0 ? random.pick(from) : top;
  };
  const give = (employee: Employee, manager: Employee | undefined): void => {
    if (manager && manager !== employee) assign(employee, manager, population, random, entered);
  };
  for (const director of directors) give(director, top);
  for (const leader of leaders) give(leader, own(leader, directors));
  for (const employee of others) if (!random.chance(0.02)) give(employee, own(employee, leaders));
  return { top, directors, leaders, others };
};

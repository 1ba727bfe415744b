import { type Company, type Employee, employeeTypes, type PersonalInfo, type Population } from '../people/records.ts';
import { dayOf, inForce, type PersonValues, valuesOf } from './values.ts';

/** Somebody in service, with the values of today. */
export interface Active {
  readonly employee: Employee;
  readonly info: PersonalInfo;
  readonly userName: string;
  readonly values: PersonValues;
}

export interface Standing {
  /** Those who get an account. */
  readonly accounts: readonly Active[];
  /** Everybody in service who has a personal record, with or without an account: among them a manager's record is looked up. */
  readonly active: readonly Active[];
  /** The employee that stands for another of the same person: id → id of the primary. */
  readonly primaryOf: ReadonlyMap<number, number>;
  /** Ids of those who left. */
  readonly leavers: ReadonlySet<number>;
  /** Those who left and those to come, with their addresses: a manager's record may point to one. */
  readonly others: readonly { readonly employee: Employee; readonly info: PersonalInfo; readonly userName: string }[];
}

export type Source = Pick<Population, 'today' | 'companies' | 'employees'>;

type Service = 'active' | 'left' | 'future' | 'outside';

/** R1. Who starts later has no account until then. */
const serviceOf = ({ type, employments }: Employee, today: string): Service => {
  if (type === employeeTypes.formerPayroll) return 'left';
  if (type !== employeeTypes.payroll) return 'outside';
  const latest = employments
    .toSorted((left, right) => (dayOf(left.StartDate) ?? '').localeCompare(dayOf(right.StartDate) ?? ''))
    .at(-1);
  if (!latest) return 'active';
  if ((dayOf(latest.StartDate) ?? '') > today) return 'future';
  return (dayOf(latest.EndDate) ?? '9999') < today ? 'left' : 'active';
};

const userNameOf = (info: PersonalInfo): string => (info.EmailWork ?? '').trim().toLowerCase();

/** R2. */
const isAddress = (userName: string): boolean => /^[^\s,;@<>"]+@[^\s,;@<>"]+\.[^\s,;@<>".]+$/.test(userName);

/** R3: one person only if birth date and family name agree, and each stands in a company of its own. */
const isOnePerson = (people: readonly Active[]): boolean => {
  const distinct = (of: (person: Active) => unknown): number => new Set(people.map(of)).size;
  return (
    distinct(({ values }) => values.birthDate) === 1 &&
    people[0]?.values.birthDate !== null &&
    distinct(({ values }) => values.familyName) === 1 &&
    distinct(({ employee }) => employee.companyId) === people.length
  );
};

const primary = (people: readonly Active[]): Active | undefined =>
  people.toSorted(
    (left, right) =>
      (left.values.firstHiredOn ?? '9999').localeCompare(right.values.firstHiredOn ?? '9999') ||
      left.employee.id - right.employee.id,
  )[0];

/** Sorts the people by rules R1–R3 and R5's last line. */
export const standingOf = ({ today, companies, employees }: Source): Standing => {
  const companyOf = new Map<number, Company>(companies.map((company) => [company.id, company]));
  const active: Active[] = [];
  const others: Standing['others'][number][] = [];
  const leavers = new Set<number>();
  for (const employee of employees) {
    const company = companyOf.get(employee.companyId);
    const service = serviceOf(employee, today);
    if (!company || service === 'outside') continue;
    if (service === 'left') leavers.add(employee.id);
    const info = inForce(employee.personalInfos, company);
    if (!info) continue;
    const userName = userNameOf(info);
    if (service === 'active')
      active.push({ employee, info, userName, values: valuesOf(employee, info, company, today) });
    else others.push({ employee, info, userName });
  }

  const byAddress = Map.groupBy(
    active.filter(({ userName }) => isAddress(userName)),
    ({ userName }) => userName,
  );
  const accounts: Active[] = [];
  const primaryOf = new Map<number, number>();
  for (const people of byAddress.values()) {
    const first = people.length === 1 || isOnePerson(people) ? primary(people) : undefined;
    if (!first) continue;
    for (const { employee } of people) primaryOf.set(employee.id, first.employee.id);
    if (first.values.givenName !== '' && first.values.familyName !== '') accounts.push(first);
  }
  return { accounts, active, primaryOf, leavers, others };
};

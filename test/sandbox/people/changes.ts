import { addDays, midnight } from './dates.ts';
import { type HistoryContext, momentOn, takeId } from './histories.ts';
import { assign, currentInfo } from './managers.ts';
import { mobilePhone } from './phones.ts';
import { createHiring, endService, refreshDisplayNames } from './population.ts';
import { createRandom, type Random } from './random.ts';
import { type Employee, employeeTypes, type PersonalInfo, type Population } from './records.ts';

export interface Changes {
  readonly hire: number;
  readonly leave: number;
  readonly change: number;
  readonly seed: string;
}

/** Who was touched, by employee id. */
export interface Changed {
  readonly hired: number[];
  readonly rehired: number[];
  readonly left: number[];
  readonly changed: number[];
}

const contextOf = (employee: Employee, population: Population, random: Random): HistoryContext => {
  const company = population.companies.find(({ id }) => id === employee.companyId);
  const debtor = population.debtors.find(({ id }) => id === company?.debtorId);
  if (!company || !debtor) throw new Error(`employee ${employee.id} has no company`);
  return { population, company, debtor, random };
};

const inService = (population: Population): Employee[] =>
  population.employees.filter(({ type }) => type === employeeTypes.payroll);

const addressOf = (employee: Employee, population: Population): string =>
  currentInfo(employee, population)?.EmailWork?.trim().toLowerCase() ?? '';

/** Adds a personal record for the current period that differs in what is given. */
const enterInfo = (
  employee: Employee,
  values: Partial<PersonalInfo>,
  { population, company, random }: HistoryContext,
): void => {
  const info = currentInfo(employee, population);
  if (!info) return;
  const { year, period } = company.currentPeriod;
  // Later than every entry there is: records of one period are told apart by it.
  employee.personalInfos.push({
    ...info,
    ...values,
    Id: takeId(population),
    StartYear: year,
    StartPeriod: period,
    CreationDate: latestEntry(employee.personalInfos, population, random),
  });
};

const latestEntry = (
  records: readonly { CreationDate: string | null }[],
  population: Population,
  random: Random,
): string => {
  const last =
    records
      .map(({ CreationDate }) => CreationDate ?? '')
      .sort()
      .at(-1) ?? '';
  const today = momentOn(population.today, random);
  return last >= today ? `${last.slice(0, 19)}.999` : today;
};

type Change = (employee: Employee, context: HistoryContext) => void;

const changeFunction: Change = (employee, { population, company, debtor, random }) => {
  const { year, period } = company.currentPeriod;
  const CreationDate = latestEntry(employee.functions, population, random);
  employee.functions.push({
    RecordId: takeId(population),
    Function: { ...random.pick(debtor.functions) },
    CreationDate,
    StartYear: year,
    StartPeriod: period,
  });
};

const changeDepartment: Change = (employee, { population, company, debtor, random }) => {
  const { year, period } = company.currentPeriod;
  employee.departments.push({
    ...random.pick(debtor.departments),
    CreationDate: latestEntry(employee.departments, population, random),
    StartYear: year,
    StartPeriod: period,
  });
};

const changeContract: Change = (employee, { population, random }) => {
  const start = midnight(addDays(population.today, -6));
  if (employee.contracts.some(({ StartDate }) => (StartDate ?? '') >= start)) return;
  employee.contracts.push({
    ContractID: takeId(population),
    CreationDate: momentOn(addDays(population.today, -7), random),
    StartDate: start,
    TrialPeriod: null,
    EndDate: null,
    EmployementType: 1,
    EmploymentSequenceTaxId: 1,
    Indefinite: random.chance(0.7),
    PhaseClassification: null,
    WrittenContract: true,
    HoursPerWeek: 32,
  });
};

const changeManager: Change = (employee, { population, random }) => {
  const candidates = inService(population).filter(
    (other) => other !== employee && addressOf(other, population).includes('@'),
  );
  if (candidates.length === 0) return;
  if (random.chance(0.15)) employee.manager = null;
  else assign(employee, random.pick(candidates), population, random, new Map());
};

const kinds: readonly (readonly [weight: number, change: Change])[] = [
  [3, (employee, context) => enterInfo(employee, { TelephoneMobileWork: mobilePhone(context.random) }, context)],
  [1, (employee, context) => enterInfo(employee, { TelephoneMobileWork: '', TelephoneWork: '' }, context)],
  [
    2,
    (employee, context) =>
      enterInfo(
        employee,
        { Naamstelling: context.random.int(2, 4), PartnerPrefix: 'van der', PartnerLastName: 'Nieuwkerk' },
        context,
      ),
  ],
  [3, changeFunction],
  [2, changeManager],
  [2, changeContract],
  [1, changeDepartment],
  [
    0.3,
    (employee, context) =>
      enterInfo(employee, { EmailWork: `nieuw.${employee.id}@${context.company.emailDomain}` }, context),
  ],
];

const pickChange = (random: Random): Change => {
  let left = random.next() * kinds.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, change] of kinds) {
    left -= weight;
    if (left <= 0) return change;
  }
  return changeFunction;
};

/** Somebody who left comes back under his old id, with a new employment; not one whose address anybody else bears. */
const rehire = (population: Population, random: Random): Employee | undefined => {
  const { employees } = population;
  const bearers = Map.groupBy(employees, (employee) => addressOf(employee, population));
  const candidates = employees.filter(
    (employee) =>
      employee.type === employeeTypes.formerPayroll && bearers.get(addressOf(employee, population))?.length === 1,
  );
  const back = candidates.length > 0 ? random.pick(candidates) : undefined;
  if (!back) return undefined;
  back.type = employeeTypes.payroll;
  const first = back.employments.map(({ StartDate }) => StartDate ?? '').sort()[0] ?? null;
  back.employments.push({
    EmploymentId: takeId(population),
    CreationDate: null,
    StartDate: midnight(addDays(population.today, -6)),
    EndDate: null,
    InitialStartDate: first,
  });
  return back;
};

/** Half of the people of a leaver go on to his own manager; the others keep his record, as it happens. */
const handOver = (leaver: Employee, population: Population): void => {
  const records = new Set(
    population.debtors
      .flatMap(({ managers }) => managers)
      .filter(({ Email }) => Email?.trim().toLowerCase() === addressOf(leaver, population)),
  );
  const reports = population.employees.filter(({ manager }) => manager && records.has(manager));
  reports.slice(0, Math.ceil(reports.length / 2)).forEach((report) => {
    const own = contextOf(report, population, createRandom('')).debtor;
    report.manager = leaver.manager && own.managers.includes(leaver.manager) ? leaver.manager : null;
  });
};

/** Changes the source as days in an office do; the same seed on the same people does the same. */
export const changePeople = (population: Population, { hire, leave, change, seed }: Changes): Changed => {
  const random = createRandom(`changes/${population.seed}/${seed}`);
  const done: Changed = { hired: [], rehired: [], left: [], changed: [] };
  // Those who share an address are one person or a conflict: not theirs to leave by halves.
  const shared = new Map<string, number>();
  for (const employee of inService(population))
    shared.set(addressOf(employee, population), (shared.get(addressOf(employee, population)) ?? 0) + 1);
  const usual = random.shuffle(
    inService(population).filter((employee) => shared.get(addressOf(employee, population)) === 1),
  );
  for (const employee of usual.splice(0, leave)) {
    handOver(employee, population);
    endService(employee, addDays(population.today, -6));
    done.left.push(employee.id);
  }
  for (const employee of usual.splice(0, change)) {
    pickChange(random)(employee, contextOf(employee, population, random));
    done.changed.push(employee.id);
  }
  const enter = createHiring(population, random);
  for (let index = 0; index < hire; index += 1) {
    const back = index % 5 === 4 ? rehire(population, random) : undefined;
    if (back) {
      done.rehired.push(back.id);
      continue;
    }
    const employee = enter(random.pick(population.companies), addDays(population.today, -random.int(40, 60)));
    changeManager(employee, contextOf(employee, population, random));
    done.hired.push(employee.id);
  }
  refreshDisplayNames(population);
  population.version += 1;
  return done;
};

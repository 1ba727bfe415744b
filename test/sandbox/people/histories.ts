import { addDays, comparePeriods, daysBetween, midnight, type Period, periodOf, shiftPeriod } from './dates.ts';
import type { Random } from './random.ts';
import type { Company, Contract, Debtor, DepartmentRecord, Employment, FunctionRecord, Population } from './records.ts';

/** What the writers of a history need to know. */
export interface HistoryContext {
  readonly population: Population;
  readonly company: Company;
  readonly debtor: Debtor;
  readonly random: Random;
}

export const takeId = (population: Population): number => {
  population.nextId += 1;
  return population.nextId;
};

/** A moment on a day, now and then with the fraction that .NET writes. */
export const momentOn = (day: string, random: Random): string => {
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${day}T${two(random.int(7, 19))}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`;
  return random.chance(0.3) ? `${time}.${String(random.int(1, 999)).padStart(3, '0')}` : time;
};

/** Periods in which something changed: the first is that of the hire, all of them strictly rising and not after now. */
export const pastPeriods = (
  hired: string,
  changes: number,
  { population, company, random }: HistoryContext,
): Period[] => {
  const first = periodOf(hired, company.periodType);
  const span = daysBetween(hired, population.today);
  const periods = [first];
  for (let index = 0; index < changes && span > 120; index += 1) {
    periods.push(periodOf(addDays(hired, random.int(60, span)), company.periodType));
  }
  const seen = new Set<number>();
  return periods
    .filter((period) => comparePeriods(period, first) >= 0 && comparePeriods(period, company.currentPeriod) <= 0)
    .filter((period) => !seen.has(period.year * 100 + period.period) && seen.add(period.year * 100 + period.period))
    .sort(comparePeriods);
};

/** A period that has not started yet. */
export const futurePeriod = ({ company, random }: HistoryContext): Period =>
  shiftPeriod(company.currentPeriod, random.int(1, 6), company.periodType);

/** When a record was entered: mostly around its period, sometimes long after, as corrections are. */
export const creationOf = (period: Period, context: HistoryContext): string | null => {
  const { random, company, population } = context;
  if (random.chance(0.02)) return null;
  const daysPerPeriod = company.periodType === 'M' ? 30 : 28;
  const around = addDays(`${period.year}-01-01`, (period.period - 1) * daysPerPeriod + random.int(0, 20));
  const entered = random.chance(0.1) ? addDays(around, random.int(30, 700)) : around;
  return momentOn(entered > population.today ? addDays(population.today, -random.int(1, 20)) : entered, random);
};

/** Functions: the last one that has started counts; some have one to come. */
export const writeFunctions = (hired: string, context: HistoryContext): FunctionRecord[] => {
  const { random, debtor, population } = context;
  const periods = pastPeriods(hired, random.int(0, 2), context);
  if (random.chance(0.06)) periods.push(futurePeriod(context));
  const records = periods.map((period) => ({
    RecordId: takeId(population),
    Function: { ...random.pick(debtor.functions) },
    CreationDate: creationOf(period, context),
    StartPeriod: period.period,
    StartYear: period.year,
  }));
  return random.chance(0.5) ? records : random.shuffle(records);
};

export const writeDepartments = (hired: string, context: HistoryContext): DepartmentRecord[] => {
  const { random, debtor } = context;
  const periods = pastPeriods(hired, random.int(0, 1), context);
  if (random.chance(0.04)) periods.push(futurePeriod(context));
  const records = periods.map((period) => ({
    ...random.pick(debtor.departments),
    CreationDate: creationOf(period, context),
    StartPeriod: period.period,
    StartYear: period.year,
  }));
  return random.chance(0.5) ? records : random.shuffle(records);
};

const contract = (
  start: string,
  end: string | null,
  indefinite: boolean | null,
  { population, random }: HistoryContext,
): Contract => ({
  ContractID: takeId(population),
  CreationDate: momentOn(addDays(start, -random.int(3, 40)), random),
  StartDate: midnight(start),
  TrialPeriod: random.chance(0.3) ? midnight(addDays(start, 30)) : null,
  EndDate: end === null ? null : midnight(end),
  EmployementType: random.int(0, 3),
  EmploymentSequenceTaxId: 1,
  Indefinite: indefinite,
  PhaseClassification: null,
  WrittenContract: random.chance(0.9),
  HoursPerWeek: random.pick([40, 38, 37.5, 36, 32, 24, 16.25]),
});

/** Contracts: a year, another year, then for good; some have the next one signed already. */
export const writeContracts = (hired: string, context: HistoryContext): Contract[] => {
  const { random, population } = context;
  const contracts: Contract[] = [];
  let start = hired;
  const untilPermanent = random.int(0, 2);
  for (let term = 0; term < untilPermanent; term += 1) {
    const next = addDays(start, 365);
    contracts.push(contract(start, addDays(next, -1), random.chance(0.05) ? null : false, context));
    if (next > addDays(population.today, -10)) {
      // Never around today, so that a clock a few hours off says the same.
      if (random.chance(0.5)) contracts.push(contract(addDays(next, 20), null, true, context));
      return random.shuffle(contracts);
    }
    start = next;
  }
  contracts.push(contract(start, null, random.chance(0.04) ? null : true, context));
  return random.chance(0.5) ? contracts : contracts.reverse();
};

/** Employments: one as a rule, two for a re-hire, whose second one carries the first day of all or nothing. */
export const writeEmployments = (hired: string, rehired: boolean, context: HistoryContext): Employment[] => {
  const { random, population } = context;
  const employment = (start: string, end: string | null, initial: string | null): Employment => ({
    EmploymentId: takeId(population),
    CreationDate: momentOn(addDays(start, -random.int(1, 30)), random),
    StartDate: midnight(start),
    EndDate: end === null ? null : midnight(end),
    InitialStartDate: initial,
  });
  if (!rehired)
    return [employment(hired, null, random.pick([midnight(hired), midnight(hired), null, '0001-01-01T00:00:00']))];
  const before = addDays(hired, -random.int(700, 2000));
  const records = [
    employment(before, addDays(before, random.int(200, 500)), midnight(before)),
    employment(hired, null, random.pick([midnight(before), midnight(hired), null])),
  ];
  return random.shuffle(records);
};

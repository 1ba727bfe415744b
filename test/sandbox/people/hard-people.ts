import { addDays, midnight } from './dates.ts';
import { takeId } from './histories.ts';
import { currentInfo } from './managers.ts';
import type { Contract, Employee, Employment, PersonalInfo, Population } from './records.ts';

/** One awkward thing about one person who still gets an account (nmbrs-api.md §8.4). */
export type HardPerson = (employee: Employee, population: Population) => void;

const everyInfo =
  (patch: (info: PersonalInfo) => Partial<PersonalInfo>): HardPerson =>
  (employee) => {
    for (const info of employee.personalInfos) Object.assign(info, patch(info));
  };

const without =
  (...keys: (keyof PersonalInfo)[]): HardPerson =>
  (employee) => {
    for (const info of employee.personalInfos) for (const key of keys) delete info[key];
  };

const both =
  (...cases: HardPerson[]): HardPerson =>
  (employee, population) => {
    for (const apply of cases) apply(employee, population);
  };

const married = (Naamstelling: number): HardPerson =>
  everyInfo(() => ({ Naamstelling, Prefix: 'de', LastName: 'Vries', PartnerPrefix: 'van', PartnerLastName: 'Dam' }));

const contract = (population: Population, values: Partial<Contract>): Contract => ({
  ContractID: takeId(population),
  CreationDate: midnight(addDays(population.today, -400)),
  StartDate: midnight(addDays(population.today, -390)),
  TrialPeriod: null,
  EndDate: null,
  EmployementType: 1,
  EmploymentSequenceTaxId: 1,
  Indefinite: true,
  PhaseClassification: null,
  WrittenContract: true,
  HoursPerWeek: 36,
  ...values,
});

const contracts =
  (...values: Partial<Contract>[]): HardPerson =>
  (employee, population) => {
    employee.contracts = values.map((value) => contract(population, value));
  };

const noContracts =
  (noContractsAs: Employee['noContractsAs']): HardPerson =>
  (employee) => {
    Object.assign(employee, { contracts: [], noContractsAs });
  };

const duplicateContract: HardPerson = (employee, population) => {
  const kept = contract(population, { Indefinite: true, CreationDate: `${addDays(population.today, -20)}T09:00:00.5` });
  employee.contracts = [
    kept,
    {
      ...kept,
      Indefinite: false,
      EndDate: midnight(addDays(population.today, 200)),
      CreationDate: `${addDays(population.today, -20)}T09:00:00`,
    },
  ];
};

const employments =
  (values: (today: string) => Pick<Employment, 'StartDate' | 'EndDate' | 'InitialStartDate'>[]): HardPerson =>
  (employee, population) => {
    employee.employments = values(population.today).map((value) => ({
      EmploymentId: takeId(population),
      CreationDate: null,
      ...value,
    }));
  };

const rehired = (initial: boolean): HardPerson =>
  employments((today) => {
    const first = midnight(addDays(today, -2600));
    return [
      { StartDate: midnight(addDays(today, -400)), EndDate: null, InitialStartDate: initial ? first : null },
      { StartDate: first, EndDate: midnight(addDays(today, -1200)), InitialStartDate: first },
    ];
  });

const onlyFunction =
  (entry: { Id: number; Code: number; Description?: string }): HardPerson =>
  (employee) => {
    for (const record of employee.functions) record.Function = { ...entry };
  };

const futureFunctions: HardPerson = (employee, population) => {
  const company = population.companies.find(({ id }) => id === employee.companyId);
  const year = (company?.currentPeriod.year ?? 0) + 1;
  for (const period of [2, 5]) {
    employee.functions.unshift({
      RecordId: takeId(population),
      Function: { Id: 1, Code: 1, Description: 'Nog niet begonnen' },
      CreationDate: midnight(addDays(population.today, -1)),
      StartPeriod: period,
      StartYear: year,
    });
  }
};

const leadingZeros: HardPerson = (employee) => {
  employee.number = employee.number.padStart(5, '0');
  for (const info of employee.personalInfos) info.EmployeeNumber = employee.number;
};

/** The address as somebody typed it: capitals, and blanks around it. */
const paddedAddress: HardPerson = (employee, population) => {
  const info = currentInfo(employee, population);
  if (info?.EmailWork) info.EmailWork = `  ${info.EmailWork.toUpperCase()} `;
};

const phone = (mobile: string, work?: string): HardPerson =>
  both(
    without('TelephoneWork'),
    everyInfo(() => ({ TelephoneMobileWork: mobile, ...(work === undefined ? {} : { TelephoneWork: work }) })),
  );

/** In order of weight: a small population takes the first ones. */
export const hardPeople: readonly HardPerson[] = [
  married(4),
  rehired(true),
  phone('06-12 34 56 78'),
  everyInfo(() => ({ LastName: "O'Neill & Söhne", Nickname: 'Bo <3' })),
  noContracts('omitted'),
  duplicateContract,
  leadingZeros,
  everyInfo(() => ({ Birthday: '0001-01-01T00:00:00' })),
  futureFunctions,
  onlyFunction({ Id: 0, Code: 0, Description: 'Geen functie' }),
  paddedAddress,
  married(3),
  married(2),
  married(1),
  both(
    without('PartnerPrefix', 'PartnerLastName'),
    everyInfo(() => ({ Naamstelling: 2 })),
  ),
  both(married(0)),
  everyInfo(() => ({ Birthday: null })),
  everyInfo(() => ({ Gender: 'undefined' })),
  everyInfo(() => ({ Gender: '1' })),
  everyInfo(() => ({ Gender: '2' })),
  rehired(false),
  employments((today) => [
    { StartDate: midnight(addDays(today, -500)), EndDate: null, InitialStartDate: '0001-01-01T00:00:00' },
  ]),
  noContracts('absent'),
  noContracts('nil'),
  noContracts('empty'),
  contracts({ Indefinite: null }),
  (employee, population) =>
    contracts({ Indefinite: null, EndDate: midnight(addDays(population.today, 90)) })(employee, population),
  (employee, population) =>
    contracts(
      { Indefinite: false, EndDate: midnight(addDays(population.today, 90)) },
      { StartDate: midnight(addDays(population.today, 91)) },
    )(employee, population),
  (employee) => {
    employee.functions = [];
  },
  onlyFunction({ Id: 77, Code: 770, Description: '' }),
  phone('+31 (0)30 1234567'),
  phone('0031612345678'),
  phone('+31 6 12 34 56 78'),
  phone('n.v.t.'),
  phone('', '(030) 123 45 67'),
  both(
    without('Nickname', 'FirstName'),
    everyInfo(() => ({ Initials: 'A.B.' })),
  ),
  everyInfo((info) => ({ FirstName: ` ${info.FirstName ?? 'Piet'} `, Nickname: '' })),
];

import type { Company, Contract, Employee, Employment, PersonalInfo } from '../../sandbox/people/records.ts';

/** People written by hand, for expectations written by hand. */
export const today = '2026-11-24';

export const company = (id: number): Company => ({
  id,
  number: id,
  name: `Company ${id}`,
  debtorId: 1,
  periodType: 'M',
  currentPeriod: { year: 2026, period: 11 },
  emailDomain: 'acme.example',
});

export const info = (values: Partial<PersonalInfo> = {}): PersonalInfo => ({
  Id: 1,
  EmployeeNumber: '7',
  FirstName: 'Jan',
  Prefix: 'de',
  LastName: 'Vries',
  Gender: 'male',
  NationalityCode: 1,
  IdentificationType: 0,
  EmailWork: 'jan@acme.example',
  BurgerlijkeStaat: 1,
  Naamstelling: 1,
  Birthday: '1980-04-01T00:00:00',
  CreationDate: '2018-01-15T10:22:31',
  StartPeriod: 1,
  StartYear: 2018,
  DeceasedDate: null,
  ...values,
});

export const contract = (values: Partial<Contract> = {}): Contract => ({
  ContractID: 70,
  CreationDate: '2018-01-15T10:22:31',
  StartDate: '2018-02-01T00:00:00',
  TrialPeriod: null,
  EndDate: null,
  EmployementType: 1,
  EmploymentSequenceTaxId: 1,
  Indefinite: true,
  PhaseClassification: null,
  WrittenContract: true,
  HoursPerWeek: 40,
  ...values,
});

export const employment = (values: Partial<Employment> = {}): Employment => ({
  EmploymentId: 60,
  CreationDate: null,
  StartDate: '2018-02-01T00:00:00',
  EndDate: null,
  InitialStartDate: null,
  ...values,
});

export const employee = (
  id: number,
  values: Partial<Employee> = {},
  personal: Partial<PersonalInfo> = {},
): Employee => ({
  id,
  companyId: 1,
  number: '7',
  displayName: 'Jan de Vries',
  type: 2,
  personalInfos: [info(personal)],
  functions: [
    {
      RecordId: 1,
      Function: { Id: 11, Code: 100, Description: 'Kok' },
      CreationDate: null,
      StartPeriod: 2,
      StartYear: 2018,
    },
  ],
  departments: [],
  contracts: [contract()],
  noContractsAs: 'empty',
  employments: [employment()],
  manager: null,
  ...values,
});

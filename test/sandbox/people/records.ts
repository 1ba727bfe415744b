import type { Period, PeriodType } from './dates.ts';

/**
 * What Nmbrs keeps. Records carry the names and the kinds of value of the wire (nmbrs-api.md §2.6–§2.13):
 * a missing key is an omitted element, '' an empty one, null a nil one.
 */
export interface PersonalInfo {
  Id: number;
  DisplayName?: string;
  EmployeeNumber: string;
  Title?: string;
  FirstName?: string;
  Initials?: string;
  Prefix?: string;
  LastName?: string;
  Nickname?: string;
  Gender: string;
  NationalityCode: number;
  PlaceOfBirth?: string;
  CountryOfBirthISOCode?: string;
  IdentificationType: number;
  PartnerPrefix?: string;
  PartnerLastName?: string;
  TelephonePrivate?: string;
  TelephoneWork?: string;
  TelephoneMobilePrivate?: string;
  TelephoneMobileWork?: string;
  TelephoneOther?: string;
  EmailPrivate?: string;
  EmailWork?: string;
  BurgerlijkeStaat: number;
  Naamstelling: number;
  Birthday: string | null;
  CreationDate: string | null;
  StartPeriod: number;
  StartYear: number;
  DeceasedDate: string | null;
}

export interface FunctionRecord {
  RecordId: number;
  Function?: CatalogueEntry;
  CreationDate: string | null;
  StartPeriod: number;
  StartYear: number;
}

export interface DepartmentRecord {
  Id: number;
  Code: number;
  Description?: string;
  CreationDate: string | null;
  StartPeriod: number;
  StartYear: number;
}

export interface Contract {
  ContractID: number;
  CreationDate: string | null;
  StartDate: string | null;
  TrialPeriod: string | null;
  EndDate: string | null;
  EmployementType: number;
  EmploymentSequenceTaxId: number;
  Indefinite: boolean | null;
  PhaseClassification: number | null;
  WrittenContract: boolean;
  HoursPerWeek: number;
}

export interface Employment {
  EmploymentId: number;
  CreationDate: string | null;
  StartDate: string | null;
  EndDate: string | null;
  InitialStartDate: string | null;
}

/** A manager is a record of the debtor, not an employee (nmbrs-api.md §2.13, §5). */
export interface Staff {
  Number: number;
  FirstName?: string;
  Name?: string;
  Department?: string;
  Function?: string;
  PhoneNumber?: string;
  Mobile?: string;
  Fax?: string;
  Email?: string;
}

export interface CatalogueEntry {
  Id: number;
  Code: number;
  Description?: string;
}

/** 2 and 4 are known; the other numbers are not published, these are inferred (nmbrs-api.md §2.8). */
export const employeeTypes = {
  applicant: 1,
  payroll: 2,
  newHire: 3,
  formerPayroll: 4,
  external: 5,
  formerExternal: 6,
  rejectedApplicant: 7,
} as const;

export interface Employee {
  readonly id: number;
  companyId: number;
  number: string;
  displayName: string;
  type: number;
  personalInfos: PersonalInfo[];
  functions: FunctionRecord[];
  departments: DepartmentRecord[];
  contracts: Contract[];
  /** How the bulk answer shows that there are no contracts. */
  noContractsAs: 'empty' | 'omitted' | 'nil' | 'absent';
  employments: Employment[];
  manager: Staff | null;
}

export interface Debtor {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly departments: CatalogueEntry[];
  readonly functions: CatalogueEntry[];
  readonly managers: Staff[];
}

export interface Company {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly debtorId: number;
  readonly periodType: PeriodType;
  readonly currentPeriod: Period;
  readonly emailDomain: string;
}

export interface Population {
  /** The day that everything is relative to, `YYYY-MM-DD`. */
  readonly today: string;
  readonly seed: string;
  readonly debtors: Debtor[];
  readonly companies: Company[];
  readonly employees: Employee[];
  /** Goes up with every change, so that answers can be kept until then. */
  version: number;
  /** The next unused number of any record. */
  nextId: number;
}

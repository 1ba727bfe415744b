import type { SourceId } from '../../core/ids.ts';
import type { Listing } from '../../core/normalise/employment.ts';
import { fullName } from '../../core/normalise/name.ts';
import type { ContractType, Person, PersonStatus } from '../../core/person.ts';
import type { EmploymentFacts } from './records/employment.ts';
import type { ListedCompany, ListedEmployee } from './records/lists.ts';
import type { PersonalFacts } from './records/personal-info.ts';

/** Everything one company's answers say about one employee. */
export interface EmployeeRecords {
  readonly id: string;
  readonly company: ListedCompany;
  readonly listing: Listing;
  readonly listed: ListedEmployee | undefined;
  /** `null`: no record has begun, or there is none at all. */
  readonly personal: PersonalFacts | null;
  readonly job: string | null;
  readonly department: string | null;
  readonly contractType: ContractType | null;
  readonly employment: EmploymentFacts | undefined;
}

const noFacts: PersonalFacts = {
  displayName: null,
  givenName: null,
  familyName: null,
  otherFullNames: [],
  workEmail: null,
  gender: null,
  birthDate: null,
  phoneNumber: null,
  employeeNumber: null,
};

/** One employee as a person. Manager and successor id are learnt elsewhere. */
export function assemblePerson(records: EmployeeRecords): Person {
  const { listed, employment } = records;
  const personal = records.personal ?? noFacts;
  return {
    sourceId: records.id as SourceId,
    successorId: null,
    companyId: records.company.id,
    companyName: records.company.name,
    status: statusOf(records.listing, employment),
    startsOn: employment?.startsOn ?? null,
    endsOn: employment?.endsOn ?? null,
    displayName:
      personal.displayName ??
      listed?.displayName ??
      fullName(personal.givenName, personal.familyName) ??
      `#${listed?.number ?? records.id}`,
    givenName: personal.givenName,
    familyName: personal.familyName,
    otherFullNames: personal.otherFullNames,
    workEmail: personal.workEmail,
    gender: personal.gender,
    birthDate: personal.birthDate,
    job: records.job,
    phoneNumber: personal.phoneNumber,
    employeeNumber: personal.employeeNumber ?? listed?.number ?? null,
    contractType: records.contractType,
    firstHiredOn: employment?.firstHiredOn ?? null,
    department: records.department,
    manager: null,
  };
}

/** Rule R1; without an employment the list alone decides. */
function statusOf(listing: Listing, employment: EmploymentFacts | undefined): PersonStatus {
  switch (listing) {
    case 'active':
      return employment?.statusIfListed ?? 'active';
    case 'former':
      return 'left';
    case null:
      return 'other';
  }
}

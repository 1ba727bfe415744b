import type { IsoDate, SourceId } from './ids.ts';

export type Gender = 'male' | 'female';
/** In words, because Nmbrs' own code list is published nowhere (nmbrs-api.md §2.10). */
export type ContractType = 'permanent' | 'fixed term';

/**
 * Where a person stands on the day of reading.
 * `active` works here · `future` starts later · `left` is out of service · `other` is of an employee type that is not synchronised.
 */
export type PersonStatus = 'active' | 'future' | 'left' | 'other';

/** The manager as the source names him: a record of its own, not necessarily an employee (nmbrs-api.md §2.13, §5). */
export interface ManagerReference {
  readonly email: string | null;
  readonly number: string | null;
  readonly fullName: string | null;
}

/** The attributes a source may know of a person; `manager` is resolved to a person by core. */
export const personAttributes = [
  'givenName',
  'familyName',
  'workEmail',
  'manager',
  'gender',
  'birthDate',
  'job',
  'phoneNumber',
  'employeeNumber',
  'contractType',
  'firstHiredOn',
  'department',
] as const;
export type PersonAttribute = (typeof personAttributes)[number];

/** One employment of one person as read from the source, already normalised. `null` = the source says there is no value. */
export interface Person {
  readonly sourceId: SourceId;
  /** The id the source's successor API will use (REST UUID), where it could be learnt. */
  readonly successorId: string | null;
  readonly companyId: string;
  readonly companyName: string;
  readonly status: PersonStatus;
  /** First day of the present or coming employment, and its last day. */
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  /** As the source displays it; for the log and the screen only. */
  readonly displayName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** Other full names the person is known by (first name + own family name …): used to recognise a manager, never written. */
  readonly otherFullNames: readonly string[];
  readonly workEmail: string | null;
  readonly gender: Gender | null;
  readonly birthDate: IsoDate | null;
  readonly job: string | null;
  /** E.164. */
  readonly phoneNumber: string | null;
  /** Text as sent: 00123 stays 00123. Not unique across companies. */
  readonly employeeNumber: string | null;
  readonly contractType: ContractType | null;
  readonly firstHiredOn: IsoDate | null;
  readonly department: string | null;
  readonly manager: ManagerReference | null;
}

import type { IsoDate, TargetId } from './ids.ts';
import type { Gender } from './person.ts';

/** The target's attributes under neutral names; a target profile knows where each one travels (javelo-scim.md §2.4). */
export interface AccountAttributes {
  readonly externalId: string | null;
  /** The login: the work e-mail in lower case. Unique, compared case-insensitively (RFC 7643 §4.1.1). */
  readonly userName: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly active: boolean;
  /** The manager's userName. */
  readonly managerUserName: string | null;
  readonly gender: Gender | null;
  readonly birthDate: IsoDate | null;
  readonly title: string | null;
  readonly phoneNumber: string | null;
  readonly employeeNumber: string | null;
  readonly contractType: string | null;
  readonly firstHiredOn: IsoDate | null;
  readonly department: string | null;
}

export type AccountAttribute = keyof AccountAttributes;

/** In the order in which they are shown and hashed. */
export const accountAttributes = [
  'externalId',
  'userName',
  'givenName',
  'familyName',
  'active',
  'managerUserName',
  'gender',
  'birthDate',
  'title',
  'phoneNumber',
  'employeeNumber',
  'contractType',
  'firstHiredOn',
  'department',
] as const satisfies readonly AccountAttribute[];

/** An account as the target has it. */
export interface Account extends AccountAttributes {
  readonly targetId: TargetId;
  /** The target's version mark (SCIM `meta.version`, RFC 7644 §3.14), where it has one. */
  readonly version: string | null;
}

/** An account of which nothing was said but who it is. */
export const blankAccount: Omit<Account, 'targetId' | 'userName'> = {
  version: null,
  externalId: null,
  givenName: null,
  familyName: null,
  active: true,
  managerUserName: null,
  gender: null,
  birthDate: null,
  title: null,
  phoneNumber: null,
  employeeNumber: null,
  contractType: null,
  firstHiredOn: null,
  department: null,
};

/** What an account should be. An attribute that is absent is not spoken of and stays as it is. */
export type Desired = { readonly userName: string; readonly externalId: string; readonly active: boolean } & {
  readonly [A in AccountAttribute]?: AccountAttributes[A];
};

/** New values of the attributes that change; `null` clears. */
export type AttributeChanges = { readonly [A in AccountAttribute]?: AccountAttributes[A] };

import { type AccountAttribute, type AccountAttributes, accountAttributes, type Desired } from './account.ts';
import { toEmail } from './normalise/email.ts';
import type { Person, PersonAttribute } from './person.ts';
import type { Policy } from './policy.ts';

/** Which of a person's attributes each account attribute comes from. */
export const sourceOfAttribute = {
  userName: 'workEmail',
  givenName: 'givenName',
  familyName: 'familyName',
  managerUserName: 'manager',
  gender: 'gender',
  birthDate: 'birthDate',
  title: 'job',
  phoneNumber: 'phoneNumber',
  employeeNumber: 'employeeNumber',
  contractType: 'contractType',
  firstHiredOn: 'firstHiredOn',
  department: 'department',
} as const satisfies { readonly [A in AccountAttribute]?: PersonAttribute };

/** Identity and state: never left out, whatever the admin excludes. */
const always: ReadonlySet<AccountAttribute> = new Set(['externalId', 'userName', 'active']);

/**
 * What the account of an active person should be (rules R14, R17; javelo-scim.md §2.4). An attribute that could not be read or
 * is excluded is not spoken of; nor is one without a value, unless the policy empties it.
 * `managerUserName`: the manager's login, `null` = none, `undefined` = not to be spoken of.
 */
export function mapPerson(
  person: Person,
  managerUserName: string | null | undefined,
  unread: ReadonlySet<PersonAttribute>,
  policy: Pick<Policy, 'excludedAttributes' | 'clearedWhenEmpty'>,
): Desired {
  const values: AccountAttributes = {
    externalId: person.sourceId,
    userName: toEmail(person.workEmail) ?? '',
    givenName: person.givenName,
    familyName: person.familyName,
    active: true,
    managerUserName: managerUserName ?? null,
    gender: person.gender,
    birthDate: person.birthDate,
    title: person.job,
    phoneNumber: person.phoneNumber,
    employeeNumber: person.employeeNumber,
    contractType: person.contractType,
    firstHiredOn: person.firstHiredOn,
    department: person.department,
  };
  const desired: Partial<Record<AccountAttribute, string | boolean | null>> = {};
  for (const attribute of accountAttributes) {
    if (!always.has(attribute)) {
      if (policy.excludedAttributes.includes(attribute)) continue;
      if (attribute in sourceOfAttribute && unread.has(sourceOfAttribute[attribute as keyof typeof sourceOfAttribute]))
        continue;
      if (attribute === 'managerUserName' && managerUserName === undefined) continue;
      if (isEmpty(values[attribute]) && !policy.clearedWhenEmpty.includes(attribute)) continue;
    }
    desired[attribute] = values[attribute];
  }
  return desired as Desired;
}

function isEmpty(value: string | boolean | null): boolean {
  return value === null || value === '';
}

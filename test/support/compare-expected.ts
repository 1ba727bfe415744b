import type { ExpectedUser, SandboxControl, ScimUser } from './sandbox-control.ts';

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const javelo = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function workPhone(user: ScimUser): string | null {
  const phones = Array.isArray(user.phoneNumbers) ? user.phoneNumbers.map(record) : [];
  return text((phones.find((phone) => phone.type === 'work') ?? phones[0])?.value);
}

/** A SCIM user as the sandbox keeps it, as the flat attributes of commands.md; what is absent or empty is null. */
export function flattenUser(user: ScimUser): Record<keyof ExpectedUser, string | boolean | null> {
  const name = record(user.name);
  const custom = record(user[javelo]);
  return {
    externalId: text(user.externalId),
    userName: text(user.userName),
    givenName: text(name.givenName),
    familyName: text(name.familyName),
    managerUserName: text(custom.managerUserName),
    gender: text(custom.gender),
    birthDate: text(custom.birthDate),
    title: text(user.title),
    phoneNumber: workPhone(user),
    employeeNumber: text(record(user[enterprise]).employeeNumber),
    contractType: text(custom.contractType),
    firstHiredOn: text(custom.seniorityDate),
    active: user.active === true,
  };
}

/**
 * Every difference between what Javelo holds and what a perfect synchronisation leaves there, one line each;
 * empty when they are equal attribute by attribute and account by account.
 */
export function differences(users: readonly ScimUser[], expected: readonly ExpectedUser[]): readonly string[] {
  const lines: string[] = [];
  const held = new Map<string, Record<string, unknown>>();
  for (const user of users.map(flattenUser)) {
    const key = String(user.externalId);
    if (held.has(key)) lines.push(`${key}: more than one account`);
    held.set(key, user);
  }
  for (const wanted of expected) {
    const user = held.get(wanted.externalId);
    held.delete(wanted.externalId);
    if (user === undefined) {
      lines.push(`${wanted.externalId}: no account`);
      continue;
    }
    for (const [attribute, value] of Object.entries(wanted)) {
      if (user[attribute] !== value) {
        lines.push(
          `${wanted.externalId}.${attribute}: ${JSON.stringify(user[attribute])}, not ${JSON.stringify(value)}`,
        );
      }
    }
  }
  for (const key of held.keys()) lines.push(`${key}: an account that nobody expects`);
  return lines;
}

/** The differences that the sandbox holds at this moment. */
export async function differencesNow(control: SandboxControl): Promise<readonly string[]> {
  const [state, expected] = await Promise.all([control.state(), control.expected()]);
  return differences(state.javelo.users, expected);
}

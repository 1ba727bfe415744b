/** One account, flat: what a synchronisation leaves, and what `/control/expected` lists. */
export interface Account {
  externalId: string | null;
  userName: string;
  givenName: string | null;
  familyName: string | null;
  managerUserName: string | null;
  gender: string | null;
  birthDate: string | null;
  title: string | null;
  phoneNumber: string | null;
  employeeNumber: string | null;
  contractType: string | null;
  firstHiredOn: string | null;
  active: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An attribute by its name in any case (RFC 7643 §2.1). */
const attribute = (resource: unknown, name: string): unknown => {
  if (!isObject(resource)) return undefined;
  const key = Object.keys(resource).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : resource[key];
};

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

const javelo = 'urn:ietf:params:scim:schemas:extension:javelo:2.0:User';
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const workPhone = (resource: unknown): string | null => {
  const phones = attribute(resource, 'phoneNumbers');
  if (!Array.isArray(phones)) return null;
  return text(attribute(phones.find((phone) => attribute(phone, 'type') === 'work') ?? phones[0], 'value'));
};

/** Reads a stored SCIM user; `userNameOf` turns the id of an enterprise manager into his userName (javelo-scim.md §2.4). */
const readAccount = (resource: unknown, userNameOf: (id: string) => string | null): Account => {
  const name = attribute(resource, 'name');
  const own = attribute(resource, javelo);
  const work = attribute(resource, enterprise);
  const managerId = text(attribute(attribute(work, 'manager'), 'value'));
  return {
    externalId: text(attribute(resource, 'externalId')),
    userName: text(attribute(resource, 'userName')) ?? '',
    givenName: text(attribute(name, 'givenName')),
    familyName: text(attribute(name, 'familyName')),
    managerUserName: text(attribute(own, 'managerUserName')) ?? (managerId === null ? null : userNameOf(managerId)),
    gender: text(attribute(own, 'gender')),
    birthDate: text(attribute(own, 'birthDate')),
    title: text(attribute(resource, 'title')),
    phoneNumber: workPhone(resource),
    employeeNumber: text(attribute(work, 'employeeNumber')),
    contractType: text(attribute(own, 'contractType')),
    firstHiredOn: text(attribute(own, 'seniorityDate')),
    active: attribute(resource, 'active') !== false,
  };
};

export const readAccounts = (resources: readonly unknown[]): Account[] => {
  const names = new Map(
    resources.map((resource) => [text(attribute(resource, 'id')), text(attribute(resource, 'userName'))]),
  );
  return resources.map((resource) => readAccount(resource, (id) => names.get(id) ?? null));
};

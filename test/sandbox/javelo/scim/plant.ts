import { stamp } from './accounts.ts';
import { isObject, type JsonObject, type ScimUser } from './json.ts';
import { setManager } from './managers.ts';
import { normaliseResource } from './normalise.ts';
import { URN } from './schema-names.ts';
import { valuesAt } from './schema-view.ts';
import { type JaveloSystem, nextUserId } from './system.ts';
import { managerId } from './user-store.ts';

/**
 * Accounts that existed before anybody synchronised: no limit, no count, no rules but unique ids and userNames.
 * Managers may be named before they are planted. Throws when an account has no userName or one that is taken.
 */
export function plantUsers(system: JaveloSystem, users: readonly unknown[]): void {
  const planted = users.map((user) => plantOne(system, user));
  for (const { id } of planted) {
    const user = system.users.get(id);
    if (user !== undefined) linkManager(system, user);
  }
}

function plantOne(system: JaveloSystem, raw: unknown): ScimUser {
  if (!isObject(raw)) throw new TypeError('A planted user must be an object.');
  const normal = normaliseResource(raw, system.view, { activeString: 'accepted', unknownExtensionAttr: 'kept' });
  const { externalId, userName, active, emails, ...rest } = normal;
  if (typeof userName !== 'string' || userName === '') throw new TypeError('A planted user needs a userName.');
  if (system.users.find('userName', userName).length > 0) throw new RangeError(`${userName} is planted already.`);
  const id = typeof raw.id === 'string' && raw.id !== '' ? raw.id : nextUserId(system);
  if (system.users.get(id) !== undefined) throw new RangeError(`The id ${id} is planted already.`);
  const mail: JsonObject = { value: userName, type: 'work', primary: true };
  const user: ScimUser = {
    schemas: [],
    id,
    ...(externalId === undefined ? {} : { externalId }),
    userName,
    ...rest,
    emails: system.switches.emailsFromUserName === 'on' ? [mail] : (emails ?? [mail]),
    active: active !== false,
  };
  const stored = stamp(system, null, user);
  system.users.put(stored);
  return stored;
}

function linkManager(system: JaveloSystem, user: ScimUser): void {
  const [userName] = valuesAt(user, URN.javelo, 'managerUserName');
  const id = managerId(user);
  const manager =
    id === null ? system.users.find('userName', typeof userName === 'string' ? userName : '')[0] : system.users.get(id);
  if (manager !== undefined) system.users.put(setManager(user, null, manager));
}

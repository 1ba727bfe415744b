import { isObject, type JsonObject, type ScimUser } from './json.ts';
import { URN } from './schema-names.ts';
import { valuesAt } from './schema-view.ts';
import { invalidValue } from './scim-error.ts';
import { type JaveloSystem, usersByLogin } from './system.ts';
import { managerId } from './user-store.ts';

/**
 * A manager has two views: Javelo's `managerUserName` (an e-mail, javelo-scim.md §2.2) and the enterprise
 * `manager.value` (an id). Here they are brought into step; the links are kept as ids, so that a rename follows.
 */
interface Wish {
  readonly userName: string | null;
  readonly id: string | null;
}

function wishOf(user: JsonObject): Wish {
  const [userName] = valuesAt(user, URN.javelo, 'managerUserName');
  const [manager] = valuesAt(user, URN.enterprise, 'manager');
  return {
    userName: typeof userName === 'string' && userName.trim() !== '' ? userName.trim() : null,
    id: isObject(manager) && typeof manager.value === 'string' && manager.value !== '' ? manager.value : null,
  };
}

const NOBODY: Wish = { userName: null, id: null };

/** What the request asks for: the view that it changed. `whole` is true when omitted means cleared (POST, PUT). */
function readWish(before: ScimUser | null, after: JsonObject, whole: boolean): Wish | 'unchanged' {
  const [old, now] = [before === null ? NOBODY : wishOf(before), wishOf(after)];
  const named = now.userName?.toLowerCase() !== old.userName?.toLowerCase();
  const pointed = now.id !== old.id;
  if (!named && !pointed) return 'unchanged';
  if (named && now.userName !== null) return { userName: now.userName, id: null };
  if (pointed && now.id !== null) return { userName: null, id: now.id };
  if (whole && !named) return { userName: now.userName, id: null };
  if (whole && !pointed) return { userName: null, id: now.id };
  return NOBODY;
}

export function setManager(user: ScimUser, userName: string | null, manager: ScimUser | null): ScimUser {
  const next = { ...user };
  put(next, URN.javelo, 'managerUserName', manager?.userName ?? userName);
  put(next, URN.enterprise, 'manager', manager === null ? null : managerValue(manager));
  return next;
}

function managerValue(manager: ScimUser): JsonObject {
  const { displayName, name } = manager;
  const parts = isObject(name) ? [name.givenName, name.familyName].filter((part) => typeof part === 'string') : [];
  const shown = typeof displayName === 'string' ? displayName : parts.join(' ');
  return { value: manager.id, ...(shown === '' ? {} : { displayName: shown }) };
}

function put(user: ScimUser, urn: string, name: string, value: string | JsonObject | null): void {
  const { [name]: _, ...rest } = isObject(user[urn]) ? user[urn] : {};
  const holder: JsonObject = value === null ? rest : { ...rest, [name]: value };
  if (Object.keys(holder).length === 0) delete user[urn];
  else user[urn] = holder;
}

/** Takes the account as the request leaves it; gives it with a manager that Javelo accepts, or throws invalidValue. */
export function resolveManager(
  system: JaveloSystem,
  before: ScimUser | null,
  after: ScimUser,
  whole: boolean,
): ScimUser {
  const wish = readWish(before, after, whole);
  const { managerInactive, managerUnknown } = system.switches;
  if (wish === 'unchanged') {
    if (after.active || wishOf(after).userName === null || managerInactive === 'kept') return after;
    if (managerInactive === 'strict') throw invalidValue("a disabled user can't have a manager");
    return setManager(after, null, null);
  }
  if (wish.userName === null && wish.id === null) return setManager(after, null, null);
  const keep = (): ScimUser => restoreManager(before, after);
  const [manager] = wish.id === null ? usersByLogin(system, wish.userName ?? '') : [system.users.get(wish.id)];
  if (manager === undefined) {
    if (managerUnknown === 'ignored') return keep();
    if (managerUnknown === 'kept')
      return wish.id === null ? setManager(after, wish.userName, null) : pointAt(after, wish.id);
    throw invalidValue(`The manager ${wish.userName ?? wish.id} does not exist.`);
  }
  if (manager.id === after.id) {
    if (system.switches.managerUnknown === '4xx') throw invalidValue('Nobody is his own manager.');
    return keep();
  }
  if (managerInactive !== 'kept' && (!after.active || !manager.active)) {
    if (managerInactive === 'ignored') return after.active ? keep() : setManager(after, null, null);
    const detail = after.active ? "a disabled supervisor can't be set" : "a disabled user can't have a manager";
    throw invalidValue(detail);
  }
  return setManager(after, null, manager);
}

/** An unknown id stays as it was sent; there is no userName to show beside it. */
function pointAt(user: ScimUser, id: string): ScimUser {
  const next = setManager(user, null, null);
  put(next, URN.enterprise, 'manager', { value: id });
  return next;
}

function restoreManager(before: ScimUser | null, after: ScimUser): ScimUser {
  if (before === null) return setManager(after, null, null);
  const old = wishOf(before);
  const next = setManager(after, old.userName, null);
  const [manager] = valuesAt(before, URN.enterprise, 'manager');
  if (isObject(manager)) put(next, URN.enterprise, 'manager', manager);
  return next;
}

/** After a create, a rename or a delete: those who report to this account follow. Gives the changed accounts. */
export function followManager(system: JaveloSystem, before: ScimUser | null, after: ScimUser | null): ScimUser[] {
  const changed: ScimUser[] = [];
  if (after === null) {
    for (const report of before === null ? [] : system.users.find('managerId', before.id)) {
      changed.push(setManager(report, null, null));
    }
    return changed;
  }
  const shown = JSON.stringify(managerValue(after));
  if (before !== null && (before.userName !== after.userName || JSON.stringify(managerValue(before)) !== shown)) {
    for (const report of system.users.find('managerId', after.id)) changed.push(setManager(report, null, after));
  }
  // With managerUnknown "kept", a name waits for the account that bears it.
  for (const report of system.users.find('managerUserName', after.userName)) {
    if (managerId(report) === null && report.id !== after.id) changed.push(setManager(report, null, after));
  }
  return changed;
}

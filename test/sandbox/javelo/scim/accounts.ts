import { applyAttributePolicy } from './attribute-policy.ts';
import { isObject, type Json, type JsonObject, type ScimUser, sameJson } from './json.ts';
import { followManager, resolveManager } from './managers.ts';
import { normaliseResource } from './normalise.ts';
import { applyPatch } from './patch.ts';
import { URN } from './schema-names.ts';
import { invalidSyntax, invalidValue, notFound, uniqueness } from './scim-error.ts';
import { type JaveloSystem, nextUserId, usersByLogin } from './system.ts';
import { validateUser } from './validate.ts';

export function readUser(system: JaveloSystem, id: string): ScimUser {
  const user = system.users.get(id);
  if (user === undefined) throw notFound(id);
  return user;
}

export function createUser(system: JaveloSystem, body: JsonObject): ScimUser {
  requireSchema(system, body);
  const normal = normaliseResource(body, system.view, system.switches);
  return commit(system, null, { active: true, ...normal }, true);
}

export function replaceUser(system: JaveloSystem, before: ScimUser, body: JsonObject): ScimUser {
  requireSchema(system, body);
  const normal = normaliseResource(body, system.view, system.switches);
  return commit(system, before, { active: before.active, ...normal }, true);
}

export function patchUser(system: JaveloSystem, before: ScimUser, body: JsonObject): ScimUser {
  return commit(system, before, applyPatch(before, body, system.view, system.switches), false);
}

/** 204-soft leaves the account as an inactive one; 204-hard forgets it (RFC 7644 §3.6). */
export function deleteUser(system: JaveloSystem, user: ScimUser): void {
  if (system.switches.deleteMode === '204-soft') {
    store(system, user, { ...user, active: false });
    return;
  }
  system.users.delete(user.id);
  for (const report of followManager(system, user, null)) system.users.put(stamp(system, report, report));
  for (const group of system.groups.values()) {
    if (!Array.isArray(group.members)) continue;
    group.members = group.members.filter((member) => !isObject(member) || member.value !== user.id);
  }
}

function requireSchema(system: JaveloSystem, body: JsonObject): void {
  const { schemas } = body;
  const named = Array.isArray(schemas) && schemas.some((urn) => String(urn).toLowerCase() === URN.user.toLowerCase());
  if (system.switches.schemasRequired === 'on' && !named) throw invalidSyntax(`schemas must name ${URN.user}.`);
}

function commit(system: JaveloSystem, before: ScimUser | null, wished: JsonObject, whole: boolean): ScimUser {
  const { switches } = system;
  applyAttributePolicy(before, wished, system.view, switches);
  if (switches.userNameCase === 'lower' && typeof wished.userName === 'string') {
    wished.userName = wished.userName.toLowerCase();
  }
  validateUser(wished, switches);
  const shaped = shape(system, before?.id ?? '', wished, before);
  refuseTwins(system, before, shaped);
  const user = resolveManager(system, before, shaped, whole);
  return store(system, before, before === null ? { ...user, id: nextUserId(system) } : user);
}

function store(system: JaveloSystem, before: ScimUser | null, user: ScimUser): ScimUser {
  const stored = stamp(system, before, user);
  if (before !== null && stored === before) return before;
  system.users.put(stored);
  for (const report of followManager(system, before, stored)) system.users.put(stamp(system, report, report));
  return stored;
}

/** Gives an account its fixed key order, its derived e-mail and its active state. */
function shape(system: JaveloSystem, id: string, wished: JsonObject, before: ScimUser | null): ScimUser {
  const { schemas: _, id: __, externalId, userName, active, meta, ...rest } = wished;
  return {
    schemas: [],
    id,
    ...(externalId === undefined ? {} : { externalId }),
    userName: String(userName),
    ...rest,
    ...emailsOf(system, String(userName), rest.emails),
    active: reactivated(system, before, active !== false),
    ...(meta === undefined ? {} : { meta }),
  };
}

/** Javelo knows one e-mail, the login (javelo-scim.md §2.3): whatever is sent, `emails` shows that one. */
function emailsOf(system: JaveloSystem, userName: string, sent: Json | undefined): JsonObject {
  if (system.switches.emailsFromUserName === 'on')
    return { emails: [{ value: userName, type: 'work', primary: true }] };
  return sent === undefined ? {} : { emails: sent };
}

function reactivated(system: JaveloSystem, before: ScimUser | null, active: boolean): boolean {
  if (before === null || before.active || !active || system.switches.reactivate === 'on') return active;
  if (system.switches.reactivate === '4xx') throw invalidValue('A disabled user cannot be enabled again.');
  return false;
}

function refuseTwins(system: JaveloSystem, before: ScimUser | null, user: ScimUser): void {
  const other = (found: readonly ScimUser[]): boolean => found.some((candidate) => candidate.id !== before?.id);
  const hidden = system.switches.createInvisible.some((name) => name.toLowerCase() === user.userName.toLowerCase());
  if (hidden || other(usersByLogin(system, user.userName))) {
    throw uniqueness(`A user with userName ${user.userName} already exists.`);
  }
  if (system.switches.externalIdUnique !== 'on' || typeof user.externalId !== 'string') return;
  if (other(system.users.find('externalId', user.externalId))) {
    throw uniqueness(`A user with externalId ${user.externalId} already exists.`);
  }
}

/** Fills `schemas` and `meta`. Where nothing changed, gives `before` itself: its version stays (RFC 7644 §3.5.2). */
export function stamp(system: JaveloSystem, before: ScimUser | null, user: ScimUser): ScimUser {
  const schemas = [URN.user, ...Object.keys(user).filter((key) => key.startsWith('urn:'))];
  const old = before !== null && isObject(before.meta) ? before.meta : null;
  const next: ScimUser = { ...user, schemas, ...(old === null ? {} : { meta: old }) };
  if (before !== null && before !== user && sameJson(next, before)) return before;
  const time = new Date(system.now()).toISOString();
  const version = old === null ? 1 : Number(/\d+/.exec(String(old.version))?.[0] ?? 0) + 1;
  const meta = {
    resourceType: 'User',
    created: old?.created ?? time,
    lastModified: time,
    version: `W/"${version}"`,
  };
  const { meta: _, ...rest } = next;
  return { ...rest, schemas, id: user.id, userName: user.userName, active: user.active, meta };
}

import { isObject, type Json, type JsonObject, type ScimGroup, sameJson } from './json.ts';
import { normaliseResource } from './normalise.ts';
import { applyPatch } from './patch.ts';
import { URN } from './schema-names.ts';
import { GROUP_VIEW } from './schema-view.ts';
import { invalidSyntax, invalidValue, notFound } from './scim-error.ts';
import type { JaveloSystem } from './system.ts';

export function readGroup(system: JaveloSystem, id: string): ScimGroup {
  const group = system.groups.get(id);
  if (group === undefined) throw notFound(id);
  return group;
}

/** Okta's Group Push creates groups; Javelo's own public client never does (javelo-scim.md §2.2). */
export function createGroup(system: JaveloSystem, body: JsonObject): ScimGroup {
  requireSchema(system, body);
  return commit(system, null, normaliseResource(body, GROUP_VIEW, system.switches));
}

export function replaceGroup(system: JaveloSystem, before: ScimGroup, body: JsonObject): ScimGroup {
  requireSchema(system, body);
  return commit(system, before, normaliseResource(body, GROUP_VIEW, system.switches));
}

export function patchGroup(system: JaveloSystem, before: ScimGroup, body: JsonObject): ScimGroup {
  return commit(system, before, applyPatch(before, body, GROUP_VIEW, system.switches));
}

export function deleteGroup(system: JaveloSystem, group: ScimGroup): void {
  system.groups.delete(group.id);
}

function requireSchema(system: JaveloSystem, body: JsonObject): void {
  const named = Array.isArray(body.schemas) && body.schemas.includes(URN.group);
  if (system.switches.schemasRequired === 'on' && !named) throw invalidSyntax(`schemas must name ${URN.group}.`);
}

function commit(system: JaveloSystem, before: ScimGroup | null, wished: JsonObject): ScimGroup {
  const { displayName, externalId, members } = wished;
  if (typeof displayName !== 'string' || displayName.trim() === '') throw invalidValue('displayName is required.');
  const id = before?.id ?? String(system.groupsCreated + 1);
  const next: ScimGroup = {
    schemas: [URN.group],
    id,
    ...(externalId === undefined ? {} : { externalId }),
    displayName,
    members: readMembers(system, members),
    ...(before?.meta === undefined ? {} : { meta: before.meta }),
  };
  if (before !== null && sameJson(next, before)) return before;
  if (before === null) system.groupsCreated += 1;
  next.meta = metaOf(system, before);
  system.groups.set(id, next);
  return next;
}

function metaOf(system: JaveloSystem, before: ScimGroup | null): JsonObject {
  const old = isObject(before?.meta) ? before.meta : null;
  const time = new Date(system.now()).toISOString();
  const version = Number(/\d+/.exec(String(old?.version ?? ''))?.[0] ?? 0) + 1;
  return { resourceType: 'Group', created: old?.created ?? time, lastModified: time, version: `W/"${version}"` };
}

function readMembers(system: JaveloSystem, members: Json | undefined): JsonObject[] {
  const ids = new Set<string>();
  for (const member of Array.isArray(members) ? members : []) {
    const id = isObject(member) ? member.value : undefined;
    const known = typeof id === 'string' && (system.users.get(id) !== undefined || system.groups.has(id));
    if (!known) throw invalidValue(`The member ${JSON.stringify(id ?? null)} does not exist.`);
    ids.add(id);
  }
  return [...ids].map((value) => {
    const user = system.users.get(value);
    const display = user === undefined ? system.groups.get(value)?.displayName : user.userName;
    return { value, type: user === undefined ? 'Group' : 'User', ...(display === undefined ? {} : { display }) };
  });
}

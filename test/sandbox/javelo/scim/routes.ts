import type { SandboxReply, SandboxRequest } from '../../http.ts';
import { createUser, deleteUser, patchUser, readUser, replaceUser } from './accounts.ts';
import { runBulk } from './bulk.ts';
import { discover } from './discovery.ts';
import { createGroup, deleteGroup, patchGroup, readGroup, replaceGroup } from './groups.ts';
import { isObject, type JsonObject } from './json.ts';
import { listGroups, listUsers, type Query } from './listing.ts';
import { project, readProjection } from './projection.ts';
import { BASE, checkVersion, emptyReply, isUnchangedSince, jsonReply, readBody, resourceReply } from './reply.ts';
import { MESSAGES } from './schema-names.ts';
import { invalidSyntax, notAllowed, notFound, ScimError } from './scim-error.ts';
import type { JaveloSystem } from './system.ts';

/** Segments of the path after /scim/v2. */
function segmentsOf(request: SandboxRequest): readonly string[] {
  const path = request.url.pathname.slice(BASE.length);
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw notFound(segment);
  }
}

/** How a request is counted: "POST /Users", "PATCH /Users/{id}". */
export function routeName(request: SandboxRequest): string {
  const [first = '', second] = request.url.pathname
    .slice(BASE.length)
    .split('/')
    .filter((part) => part !== '');
  const single = second !== undefined && second !== '.search' && (first === 'Users' || first === 'Groups');
  return `${request.method} /${first}${second === undefined ? '' : `/${single ? '{id}' : second}`}`;
}

/** Answers one request that has passed the gate. Throws ScimError. */
export function route(system: JaveloSystem, request: SandboxRequest): SandboxReply {
  const [first = '', second, ...more] = segmentsOf(request);
  if (more.length > 0) throw notFound(request.url.pathname);
  switch (first) {
    case 'Users':
      if (second === '.search') return search(system, request, ['Users']);
      return second === undefined ? userCollection(system, request) : oneUser(system, request, second);
    case 'Groups':
      if (system.switches.groups === '404') throw notFound('/Groups');
      if (second === '.search') return search(system, request, ['Groups']);
      return second === undefined ? groupCollection(system, request) : oneGroup(system, request, second);
    case '.search':
      return search(system, request, system.switches.groups === 'on' ? ['Users', 'Groups'] : ['Users']);
    case 'Bulk':
      if (system.switches.bulk === '404') throw notFound('/Bulk');
      return runBulk(system, request, (inner) => route(system, inner));
    case 'ServiceProviderConfig':
    case 'ResourceTypes':
    case 'Schemas':
      if (system.switches.discovery === '404') throw notFound(`/${first}`);
      return discover(system, request, first, second);
    default:
      throw notFound(`/${first}`);
  }
}

function queryOf(request: SandboxRequest): Query {
  return new Map(request.url.searchParams);
}

function userCollection(system: JaveloSystem, request: SandboxRequest): SandboxReply {
  if (request.method === 'GET') return jsonReply(200, listUsers(system, request, queryOf(request)));
  if (request.method !== 'POST') throw notAllowed(`${request.method} /Users`);
  return written(system, request, 201, createUser(system, readBody(request, system.switches)), 'Users');
}

function oneUser(system: JaveloSystem, request: SandboxRequest, id: string): SandboxReply {
  const { switches } = system;
  switch (request.method) {
    case 'GET':
      return shown(system, request, readUser(system, id), 'Users');
    case 'PATCH': {
      const user = readUser(system, id);
      checkVersion(request, user, switches);
      const next = patchUser(system, user, readBody(request, switches));
      return written(system, request, switches.patchAnswer === '204' ? 204 : 200, next, 'Users');
    }
    case 'PUT': {
      if (switches.put === '405') throw notAllowed('PUT /Users/{id}');
      const user = readUser(system, id);
      checkVersion(request, user, switches);
      return written(system, request, 200, replaceUser(system, user, readBody(request, switches)), 'Users');
    }
    case 'DELETE': {
      if (switches.deleteMode === '405') throw notAllowed('DELETE /Users/{id}');
      const user = readUser(system, id);
      checkVersion(request, user, switches);
      deleteUser(system, user);
      return emptyReply(204);
    }
    default:
      throw notAllowed(`${request.method} /Users/{id}`);
  }
}

function groupCollection(system: JaveloSystem, request: SandboxRequest): SandboxReply {
  if (request.method === 'GET') return jsonReply(200, listGroups(system, request, queryOf(request)));
  if (request.method !== 'POST') throw notAllowed(`${request.method} /Groups`);
  return written(system, request, 201, createGroup(system, readBody(request, system.switches)), 'Groups');
}

function oneGroup(system: JaveloSystem, request: SandboxRequest, id: string): SandboxReply {
  const { switches } = system;
  const group = readGroup(system, id);
  if (request.method !== 'GET') checkVersion(request, group, switches);
  switch (request.method) {
    case 'GET':
      return shown(system, request, group, 'Groups');
    case 'PATCH': {
      const next = patchGroup(system, group, readBody(request, switches));
      return written(system, request, switches.groupPatchAnswer === '204' ? 204 : 200, next, 'Groups');
    }
    case 'PUT':
      if (switches.put === '405') throw notAllowed('PUT /Groups/{id}');
      return written(system, request, 200, replaceGroup(system, group, readBody(request, switches)), 'Groups');
    case 'DELETE':
      if (switches.deleteMode === '405') throw notAllowed('DELETE /Groups/{id}');
      deleteGroup(system, group);
      return emptyReply(204);
    default:
      throw notAllowed(`${request.method} /Groups/{id}`);
  }
}

function shown(
  system: JaveloSystem,
  request: SandboxRequest,
  resource: JsonObject,
  type: 'Users' | 'Groups',
): SandboxReply {
  if (isUnchangedSince(request, resource, system.switches)) return emptyReply(304);
  const projection = readProjection(queryOf(request), system.switches);
  const reply = resourceReply(200, resource, request, type, system.switches);
  if (projection === null) return reply;
  return { ...reply, body: JSON.stringify(project(JSON.parse(String(reply.body)) as JsonObject, projection)) };
}

function written(
  system: JaveloSystem,
  request: SandboxRequest,
  status: 200 | 201 | 204,
  resource: JsonObject,
  type: 'Users' | 'Groups',
): SandboxReply {
  const reply = resourceReply(status, resource, request, type, system.switches);
  if (status !== 204 && system.switches.emptyBody === 'off') return reply;
  const { 'content-type': _, ...headers } = reply.headers;
  return emptyReply(status, headers);
}

/** RFC 7644 §3.4.3. At the root, users come before groups and each type is paged for itself. */
function search(system: JaveloSystem, request: SandboxRequest, types: readonly ('Users' | 'Groups')[]): SandboxReply {
  if (system.switches.search === '404') throw notFound('/.search');
  if (request.method !== 'POST') throw notAllowed(`${request.method} /.search`);
  const body = readBody(request, system.switches);
  const { schemas } = body;
  if (system.switches.schemasRequired === 'on' && !(Array.isArray(schemas) && schemas.includes(MESSAGES.search))) {
    throw invalidSyntax(`schemas must name ${MESSAGES.search}.`);
  }
  const query = new Map(
    Object.entries(body)
      .filter(([name]) => name !== 'schemas')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  );
  const [first, second] = types.map((type) =>
    type === 'Users' ? listUsers(system, request, query) : listGroups(system, request, query),
  );
  if (first === undefined) throw new ScimError(500, 'Nothing to search.');
  return jsonReply(200, second === undefined ? first : joined(first, second));
}

function joined(users: JsonObject, groups: JsonObject): JsonObject {
  const resources = [users, groups].flatMap(({ Resources }) => (Array.isArray(Resources) ? Resources : []));
  const total = [users, groups].reduce((sum, { totalResults }) => sum + Number(totalResults ?? 0), 0);
  return {
    ...users,
    ...(isObject(users) && users.totalResults !== undefined ? { totalResults: total } : {}),
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

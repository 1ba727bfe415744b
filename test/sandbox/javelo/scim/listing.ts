import type { SandboxRequest } from '../../http.ts';
import { type Filter, parseFilter } from './filter.ts';
import { compileFilter } from './filter-match.ts';
import type { JsonObject, ScimUser } from './json.ts';
import { project, readProjection } from './projection.ts';
import { located } from './reply.ts';
import { MESSAGES, URN } from './schema-names.ts';
import { GROUP_VIEW, locate, type SchemaView } from './schema-view.ts';
import { invalidValue, ScimError } from './scim-error.ts';
import { type JaveloSystem, usersByLogin } from './system.ts';
import type { IndexName } from './user-store.ts';

/** Query parameters, or the body of a /.search with the same names (RFC 7644 §3.4.3). */
export type Query = ReadonlyMap<string, string>;

interface Page {
  readonly start: number;
  readonly count: number;
}

export function listUsers(system: JaveloSystem, request: SandboxRequest, query: Query): JsonObject {
  const filter = query.get('filter');
  const pool = filter === undefined || filter.trim() === '' ? everyone(system) : searchUsers(system, filter);
  return listResponse(system, request, query, pool, 'Users', filter === undefined);
}

export function listGroups(system: JaveloSystem, request: SandboxRequest, query: Query): JsonObject {
  const source = query.get('filter');
  const groups = [...system.groups.values()];
  const fits =
    source === undefined ? () => true : compileFilter(parseFilter(source, system.switches.filterQuoting), GROUP_VIEW);
  return listResponse(system, request, query, groups.filter(fits), 'Groups', false);
}

function everyone(system: JaveloSystem): readonly ScimUser[] {
  return system.switches.listInactive === 'yes' ? system.users.all() : system.users.allActive();
}

function searchUsers(system: JaveloSystem, source: string): readonly ScimUser[] {
  const { filterSupport, filterQuoting, listInactive } = system.switches;
  if (filterSupport === 'none') throw new ScimError(400, 'Filters are not supported.', 'invalidFilter');
  const filter = parseFilter(source, filterQuoting);
  if (filterSupport === 'userName' && !isUserNameOnly(filter, system.view)) {
    throw new ScimError(400, 'Only "userName eq" is supported.', 'invalidFilter');
  }
  const fits = compileFilter(filter, system.view);
  const pool = candidates(system, filter) ?? system.users.all();
  return pool.filter((user) => (user.active || listInactive === 'yes') && fits(user));
}

function isUserNameOnly(filter: Filter, view: SchemaView): boolean {
  return filter.kind === 'compare' && filter.comparison === 'eq' && indexOf(filter.path, view) === 'userName';
}

/** Accounts that an index already narrows down; null where only a walk helps. */
function candidates(system: JaveloSystem, filter: Filter): readonly ScimUser[] | null {
  if (filter.kind === 'and') return candidates(system, filter.left) ?? candidates(system, filter.right);
  if (filter.kind !== 'compare' || filter.comparison !== 'eq' || typeof filter.value !== 'string') return null;
  const name = indexOf(filter.path, system.view);
  if (name === 'id') {
    const user = system.users.get(filter.value);
    return user === undefined ? [] : [user];
  }
  if (name === 'userName') return usersByLogin(system, filter.value);
  return name === null ? null : system.users.find(name, filter.value);
}

function indexOf(path: string, view: SchemaView): IndexName | 'id' | null {
  const place = locate(view, path);
  if (place.kind !== 'attribute') return null;
  const { urn, attribute, sub } = place;
  if (urn === null && attribute.name === 'emails') return sub === null || sub.name === 'value' ? 'email' : null;
  if (urn === null && (attribute.name === 'userName' || attribute.name === 'externalId' || attribute.name === 'id')) {
    return attribute.name;
  }
  return urn === URN.enterprise && attribute.name === 'employeeNumber' ? 'employeeNumber' : null;
}

function listResponse(
  system: JaveloSystem,
  request: SandboxRequest,
  query: Query,
  pool: readonly JsonObject[],
  type: 'Users' | 'Groups',
  whole: boolean,
): JsonObject {
  const { start, count } = readPage(system, query);
  const { from, total } = whole ? unsteady(system, start, pool.length) : { from: start, total: pool.length };
  const projection = readProjection(query, system.switches);
  const resources = pool
    .slice(from - 1, from - 1 + count)
    .map((item) => project(shown(system, located(item, request, type)), projection));
  return {
    schemas: [MESSAGES.list],
    ...(system.switches.totalResults === 'on' ? { totalResults: total } : {}),
    startIndex: start,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

function shown(system: JaveloSystem, resource: JsonObject): JsonObject {
  if (system.switches.etag === 'on') return resource;
  const { version: _, ...meta } = resource.meta as JsonObject;
  return { ...resource, meta };
}

/** A list that changes, or repeats itself, while it is read: RFC 7644 §3.4.2.4 promises no snapshot between pages. */
function unsteady(system: JaveloSystem, start: number, total: number): { from: number; total: number } {
  const { repeatPage, unstablePages } = system.switches;
  if (start > 1 && repeatPage === 'on') return { from: 1, total };
  if (start <= 1 || unstablePages === 'off') return { from: start, total };
  if (unstablePages.endsWith('-once')) system.switches.unstablePages = 'off';
  return unstablePages.startsWith('skip')
    ? { from: start + 1, total: Math.max(0, total - 1) }
    : { from: start - 1, total: total + 1 };
}

function readPage(system: JaveloSystem, query: Query): Page {
  const { paginationParam, defaultCount, maxCount } = system.switches;
  const camel = paginationParam === 'start_index' ? undefined : query.get('startIndex');
  const snake = paginationParam === 'startIndex' ? undefined : query.get('start_index');
  const start = wholeNumber('startIndex', camel ?? snake) ?? 1;
  const count = wholeNumber('count', query.get('count')) ?? defaultCount;
  return { start: Math.max(1, start), count: Math.min(Math.max(0, count), maxCount) };
}

function wholeNumber(name: string, value: string | undefined): number | null {
  if (value === undefined || value === '') return null;
  if (!/^-?\d{1,9}$/.test(value)) throw invalidValue(`${name} must be a whole number.`);
  return Number(value);
}

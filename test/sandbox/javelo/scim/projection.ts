import { isObject, type Json, type JsonObject } from './json.ts';
import type { Query } from './listing.ts';
import { invalidSyntax } from './scim-error.ts';
import type { Switches } from './switches.ts';

/** `attributes` / `excludedAttributes` (RFC 7644 §3.9): lower-case paths; null where all is shown. */
export type Projection = { readonly keep: boolean; readonly paths: readonly string[] } | null;

const ALWAYS: readonly string[] = ['schemas', 'id'];

export function readProjection(query: Query, switches: Switches): Projection {
  if (switches.projection === 'ignored') return null;
  const [wanted, unwanted] = [query.get('attributes'), query.get('excludedAttributes')];
  if (wanted !== undefined && unwanted !== undefined) {
    throw invalidSyntax('attributes and excludedAttributes exclude each other.');
  }
  const source = wanted ?? unwanted;
  if (source === undefined || source === '') return null;
  const paths = source.split(',').map((path) =>
    path
      .trim()
      .toLowerCase()
      .replace(/^urn:[^,]*:core:2\.0:(?:user|group):/, ''),
  );
  return { keep: wanted !== undefined, paths };
}

export function project(resource: JsonObject, projection: Projection): JsonObject {
  if (projection === null) return resource;
  const result: JsonObject = {};
  for (const [name, value] of Object.entries(resource)) {
    if (ALWAYS.includes(name)) result[name] = value;
    else assign(result, name, choose(value, name.toLowerCase(), name.startsWith('urn:') ? ':' : '.', projection));
  }
  return result;
}

function assign(holder: JsonObject, name: string, value: Json | undefined): void {
  if (value !== undefined) holder[name] = value;
}

function choose(
  value: Json,
  path: string,
  separator: ':' | '.',
  projection: NonNullable<Projection>,
): Json | undefined {
  const { keep, paths } = projection;
  if (paths.includes(path)) return keep ? value : undefined;
  const inside = paths.some((candidate) => candidate.startsWith(`${path}${separator}`));
  if (!inside) return keep ? undefined : value;
  if (Array.isArray(value)) return value.map((item) => part(item, path, separator, projection));
  return part(value, path, separator, projection);
}

function part(value: Json, path: string, separator: ':' | '.', projection: NonNullable<Projection>): Json {
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [name, item] of Object.entries(value)) {
    assign(result, name, choose(item, `${path}${separator}${name.toLowerCase()}`, '.', projection));
  }
  return result;
}

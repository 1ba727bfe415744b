import { type AttributeDefinition, type SchemaDefinition, text } from './attribute-definition.ts';
import { isObject, isUnassigned, type Json, type JsonObject } from './json.ts';
import { URN } from './schema-names.ts';
import { COMMON_ATTRIBUTES, ENTERPRISE_SCHEMA, GROUP_SCHEMA, JAVELO_SCHEMA, USER_SCHEMA } from './schemas.ts';

/** The attributes that one resource type knows; names are found whatever their case (RFC 7643 §2.1). */
export interface SchemaView {
  readonly base: SchemaDefinition;
  readonly extensions: readonly SchemaDefinition[];
}

export type Located =
  | { readonly kind: 'extension'; readonly schema: SchemaDefinition }
  | {
      readonly kind: 'attribute';
      /** null: a core or common attribute. */
      readonly urn: string | null;
      readonly attribute: AttributeDefinition;
      readonly sub: AttributeDefinition | null;
    }
  | { readonly kind: 'unknown'; readonly urn: string | null; readonly name: string; readonly sub: string | null };

export const GROUP_VIEW: SchemaView = { base: GROUP_SCHEMA, extensions: [] };

/** The Javelo extension varies by tenant: `accepted` names what this one knows. */
export function userView(accepted: readonly string[]): SchemaView {
  const attributes = accepted.map(
    (name) => JAVELO_SCHEMA.attributes.find((known) => known.name === name) ?? text(name, { description: name }),
  );
  return { base: USER_SCHEMA, extensions: [ENTERPRISE_SCHEMA, { ...JAVELO_SCHEMA, attributes }] };
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export function findSub(attribute: AttributeDefinition, name: string): AttributeDefinition | null {
  return attribute.subAttributes?.find((candidate) => same(candidate.name, name)) ?? null;
}

function findExtension(view: SchemaView, urn: string): SchemaDefinition | null {
  return view.extensions.find((candidate) => same(candidate.id, urn)) ?? null;
}

/** Takes an attribute path without brackets: `[urn:]name[.sub]` (RFC 7644 §3.10). */
export function locate(view: SchemaView, path: string): Located {
  const extension = findExtension(view, path);
  if (extension !== null) return { kind: 'extension', schema: extension };
  const [schema, rest] = splitUrn(view, path);
  const urn = schema === null || typeof schema === 'string' || schema === view.base ? null : schema.id;
  const [name = '', subName] = rest.split('.');
  const pool = attributesOf(view, schema);
  const attribute = pool.find((candidate) => same(candidate.name, name));
  const unknownUrn = typeof schema === 'string' ? schema : urn;
  if (attribute === undefined) return { kind: 'unknown', urn: unknownUrn, name, sub: subName ?? null };
  if (subName === undefined) return { kind: 'attribute', urn, attribute, sub: null };
  const sub = findSub(attribute, subName);
  if (sub === null) return { kind: 'unknown', urn, name: attribute.name, sub: subName };
  return { kind: 'attribute', urn, attribute, sub };
}

function attributesOf(view: SchemaView, schema: SchemaDefinition | string | null): readonly AttributeDefinition[] {
  if (typeof schema === 'string') return [];
  if (schema !== null && schema !== view.base) return schema.attributes;
  return [...view.base.attributes, ...COMMON_ATTRIBUTES];
}

/** Gives the schema (as text when unknown here, null when none is named) and what follows its colon. */
function splitUrn(view: SchemaView, path: string): [SchemaDefinition | string | null, string] {
  if (!path.toLowerCase().startsWith('urn:')) return [null, path];
  for (const schema of [view.base, ...view.extensions]) {
    if (same(path.slice(0, schema.id.length + 1), `${schema.id}:`)) return [schema, path.slice(schema.id.length + 1)];
  }
  const colon = path.lastIndexOf(':');
  return [path.slice(0, colon), path.slice(colon + 1)];
}

/** Values of an attribute, one list item each; unassigned gives none. */
export function valuesAt(resource: JsonObject, urn: string | null, name: string): readonly Json[] {
  const holder = urn === null ? resource : resource[urn];
  const value = isObject(holder) ? holder[name] : undefined;
  if (value === undefined || isUnassigned(value)) return [];
  return Array.isArray(value) ? value : [value];
}

/** The full name of an attribute, as error texts and switches have it. */
export function fullName(urn: string | null, name: string): string {
  return urn === null || urn === URN.user ? name : `${urn}:${name}`;
}

import type { AttributeDefinition, SchemaDefinition } from './attribute-definition.ts';
import { isObject, isUnassigned, type Json, type JsonObject } from './json.ts';
import { findSub, fullName, locate, type SchemaView } from './schema-view.ts';
import { invalidValue, type ScimError } from './scim-error.ts';
import type { Switches } from './switches.ts';

export type Leniency = Pick<Switches, 'activeString' | 'unknownExtensionAttr'>;

/**
 * Takes a resource as a client sent it; gives it with canonical names, without unassigned, read-only and unknown
 * attributes. Unknown core attributes are ignored; those of an extension follow the switch. Throws 400 invalidValue.
 */
export function normaliseResource(raw: JsonObject, view: SchemaView, leniency: Leniency): JsonObject {
  const resource: JsonObject = {};
  for (const [key, value] of Object.entries(raw)) {
    const located = locate(view, key);
    if (located.kind === 'extension') {
      const part = normaliseExtension(value, located.schema, leniency);
      if (Object.keys(part).length > 0) resource[located.schema.id] = part;
    } else if (located.kind === 'attribute' && located.sub === null) {
      if (located.attribute.name === 'schemas') continue;
      const normal = normaliseValue(located.attribute, value, leniency, located.attribute.name);
      if (normal === undefined) continue;
      if (located.urn === null) resource[located.attribute.name] = normal;
      else putInto(resource, located.urn, located.attribute.name, normal);
    } else if (key.toLowerCase().startsWith('urn:') && !isUnassigned(value)) {
      if (keepUnknown(key, leniency, invalidValue)) resource[key] = value;
    }
  }
  return resource;
}

/** Whether an attribute that no schema here knows is stored. Throws when the switch says so, naming it. */
export function keepUnknown(name: string, leniency: Leniency, refusal: (detail: string) => ScimError): boolean {
  if (leniency.unknownExtensionAttr === '400') throw refusal(`The attribute ${name} is unknown.`);
  return leniency.unknownExtensionAttr === 'kept';
}

function normaliseExtension(value: Json, schema: SchemaDefinition, leniency: Leniency): JsonObject {
  if (isUnassigned(value)) return {};
  if (!isObject(value)) throw invalidValue(`${schema.id} must be an object.`);
  const part: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const attribute = schema.attributes.find((candidate) => candidate.name.toLowerCase() === key.toLowerCase());
    const name = fullName(schema.id, attribute?.name ?? key);
    if (attribute === undefined) {
      if (keepUnknown(name, leniency, invalidValue) && !isUnassigned(item)) part[key] = item;
      continue;
    }
    const normal = normaliseValue(attribute, item, leniency, name);
    if (normal !== undefined) part[attribute.name] = normal;
  }
  return part;
}

/** Gives undefined for "unassigned" and for what a client may not set. `name` is for the error text. */
export function normaliseValue(
  attribute: AttributeDefinition,
  value: Json,
  leniency: Leniency,
  name: string,
): Json | undefined {
  if (attribute.mutability === 'readOnly' || isUnassigned(value)) return undefined;
  if (!attribute.multiValued) {
    // Entra sends a manager as a list of one.
    const single = Array.isArray(value) && value.length === 1 ? (value[0] ?? null) : value;
    return normaliseOne(attribute, single, leniency, name);
  }
  const items = (Array.isArray(value) ? value : [value])
    .map((item) => normaliseOne(attribute, item, leniency, name))
    .filter((item) => item !== undefined);
  return items.length === 0 ? undefined : onePrimary(items);
}

function normaliseOne(attribute: AttributeDefinition, value: Json, leniency: Leniency, name: string): Json | undefined {
  if (isUnassigned(value)) return undefined;
  if (attribute.type === 'complex') return normaliseComplex(attribute, value, leniency, name);
  if (attribute.type === 'boolean') return normaliseBoolean(value, leniency, name);
  if (typeof value !== 'string') throw invalidValue(`${name} must be a string.`);
  return value;
}

/** Entra's older default sends "True" and "False" (javelo-scim.md §5.1). */
function normaliseBoolean(value: Json, leniency: Leniency, name: string): boolean {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  if (leniency.activeString === 'accepted' && (word === 'true' || word === 'false')) return word === 'true';
  throw invalidValue(`${name} must be a boolean.`);
}

function normaliseComplex(
  attribute: AttributeDefinition,
  value: Json,
  leniency: Leniency,
  name: string,
): JsonObject | undefined {
  if (typeof value === 'string' && findSub(attribute, 'value') !== null) {
    return value === '' ? undefined : { value };
  }
  if (!isObject(value)) throw invalidValue(`${name} must be an object.`);
  const result: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    const sub = findSub(attribute, key);
    const normal = sub === null ? undefined : normaliseValue(sub, item, leniency, `${name}.${key}`);
    if (sub !== null && normal !== undefined) result[sub.name] = normal;
  }
  return Object.keys(result).length === 0 ? undefined : result;
}

/** RFC 7643 §2.4: at most one element is primary; the last one named wins. */
export function onePrimary(items: Json[]): Json[] {
  const last = items.findLastIndex((item) => isObject(item) && item.primary === true);
  return items.map((item, at) =>
    at < last && isObject(item) && item.primary === true ? { ...item, primary: false } : item,
  );
}

function putInto(resource: JsonObject, urn: string, name: string, value: Json): void {
  const holder = resource[urn];
  resource[urn] = { ...(isObject(holder) ? holder : {}), [name]: value };
}

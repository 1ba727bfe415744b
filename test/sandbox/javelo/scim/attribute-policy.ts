import { isObject, type JsonObject, sameJson } from './json.ts';
import { fullName, locate, type SchemaView } from './schema-view.ts';
import { invalidValue } from './scim-error.ts';
import type { Switches } from './switches.ts';

/**
 * A tenant that does not take certain attributes (javelo-scim.md §2.5, unknown): `rejectedAttrs` answers 400 naming the
 * attribute, `droppedAttrs` silently leaves it as it was. Names: `title`, `name.formatted`, `birthDate`, `urn:…:birthDate`.
 */
export function applyAttributePolicy(
  before: JsonObject | null,
  after: JsonObject,
  view: SchemaView,
  switches: Switches,
): void {
  for (const name of switches.rejectedAttrs) {
    const { holder, attribute, sub } = find(view, name);
    const value = read(after, holder, attribute, sub);
    if (value !== undefined && !sameJson(value, read(before ?? {}, holder, attribute, sub))) {
      throw invalidValue(
        `The attribute ${fullName(holder, attribute)}${sub === null ? '' : `.${sub}`} is not accepted.`,
      );
    }
  }
  for (const name of switches.droppedAttrs) {
    const { holder, attribute, sub } = find(view, name);
    write(after, holder, attribute, sub, read(before ?? {}, holder, attribute, sub));
  }
}

interface Found {
  readonly holder: string | null;
  readonly attribute: string;
  readonly sub: string | null;
}

/** A bare name that is not a core attribute is looked for in the extensions. */
function find(view: SchemaView, name: string): Found {
  for (const path of [name, ...view.extensions.map((extension) => `${extension.id}:${name}`)]) {
    const located = locate(view, path);
    if (located.kind === 'attribute') {
      return { holder: located.urn, attribute: located.attribute.name, sub: located.sub?.name ?? null };
    }
  }
  return { holder: null, attribute: name, sub: null };
}

function read(resource: JsonObject, holder: string | null, attribute: string, sub: string | null) {
  const scope = holder === null ? resource : resource[holder];
  const value = isObject(scope) ? scope[attribute] : undefined;
  if (sub === null) return value;
  return isObject(value) ? value[sub] : undefined;
}

function write(
  resource: JsonObject,
  holder: string | null,
  attribute: string,
  sub: string | null,
  value: ReturnType<typeof read>,
): void {
  if (holder !== null) {
    const part = isObject(resource[holder]) ? { ...resource[holder] } : {};
    write(part, null, attribute, sub, value);
    if (Object.keys(part).length === 0) delete resource[holder];
    else resource[holder] = part;
    return;
  }
  if (sub !== null) {
    const part = isObject(resource[attribute]) ? { ...resource[attribute] } : {};
    write(part, null, sub, null, value);
    if (Object.keys(part).length === 0) delete resource[attribute];
    else resource[attribute] = part;
    return;
  }
  if (value === undefined) delete resource[attribute];
  else resource[attribute] = value;
}

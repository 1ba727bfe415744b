import type { AttributeDefinition } from './attribute-definition.ts';
import { type Filter, parsePatchPath } from './filter.ts';
import { compileElementFilter } from './filter-match.ts';
import { isObject, isUnassigned, type Json, type JsonObject, sameJson } from './json.ts';
import { keepUnknown, normaliseValue, onePrimary } from './normalise.ts';
import { MESSAGES } from './schema-names.ts';
import { fullName, locate, type SchemaView } from './schema-view.ts';
import { invalidPath, invalidSyntax, invalidValue, noTarget, ScimError } from './scim-error.ts';
import type { Switches } from './switches.ts';

type Verb = 'add' | 'remove' | 'replace';

/** Takes a stored resource and a PATCH body; gives the changed copy, or throws and changes nothing (RFC 7644 §3.5.2). */
export function applyPatch(stored: JsonObject, body: JsonObject, view: SchemaView, switches: Switches): JsonObject {
  const schemas = body.schemas;
  if (switches.schemasRequired === 'on' && !(Array.isArray(schemas) && schemas.includes(MESSAGES.patch))) {
    throw invalidSyntax(`schemas must name ${MESSAGES.patch}.`);
  }
  const operations = body.Operations ?? body.operations;
  if (!Array.isArray(operations) || operations.length === 0) throw invalidSyntax('Operations must be a list.');
  const resource = structuredClone(stored);
  const patcher = new Patcher(resource, view, switches);
  for (const operation of operations) {
    if (!isObject(operation)) throw invalidSyntax('An operation must be an object.');
    patcher.run(readVerb(operation.op, switches), operation.path, operation.value);
  }
  return resource;
}

/** Entra capitalises; an early Javelo mapping also knew "delete" (javelo-scim.md §2.3). */
function readVerb(op: Json | undefined, switches: Switches): Verb {
  const word = typeof op === 'string' && switches.patchOps !== 'strict' ? op.toLowerCase() : op;
  if (word === 'add' || word === 'remove' || word === 'replace') return word;
  if (word === 'delete' && switches.patchOps === 'lenient') return 'remove';
  throw invalidSyntax(`The operation ${JSON.stringify(op ?? null)} is unknown.`);
}

interface Place {
  readonly urn: string | null;
  readonly attribute: AttributeDefinition;
  readonly sub: AttributeDefinition | null;
  readonly filter: Filter | null;
}

class Patcher {
  private readonly resource: JsonObject;
  private readonly view: SchemaView;
  private readonly switches: Switches;

  constructor(resource: JsonObject, view: SchemaView, switches: Switches) {
    this.resource = resource;
    this.view = view;
    this.switches = switches;
  }

  run(verb: Verb, path: Json | undefined, value: Json | undefined): void {
    if (typeof path === 'string' && path !== '') {
      this.at(verb, path, value, true);
      return;
    }
    if (path !== undefined && path !== null && path !== '') throw invalidPath('path must be a string.');
    if (verb === 'remove') throw noTarget('A remove needs a path.');
    if (this.switches.patchNoPath === '400') throw invalidPath('An operation needs a path.');
    if (!isObject(value)) throw invalidValue('Without a path, value must be an object.');
    // Entra puts dotted keys and value paths here (javelo-scim.md §5.1).
    for (const [key, item] of Object.entries(value)) this.at(verb, key, item, false);
  }

  private at(verb: Verb, text: string, value: Json | undefined, named: boolean): void {
    const parsed = parsePatchPath(text, this.switches.filterQuoting);
    const located = locate(this.view, parsed.sub === null ? parsed.path : `${parsed.path}.${parsed.sub}`);
    if (located.kind === 'extension') {
      this.extension(verb, located.schema.id, value);
      return;
    }
    if (located.kind === 'unknown') {
      this.unknown(
        verb,
        located.urn,
        located.sub === null ? located.name : `${located.name}.${located.sub}`,
        value,
        named,
      );
      return;
    }
    const { urn, attribute, sub } = located;
    if (attribute.name === 'schemas') return;
    if (attribute.mutability === 'readOnly' || sub?.mutability === 'readOnly') {
      if (named) throw new ScimError(400, `${text} is read-only.`, 'mutability');
      return;
    }
    if (parsed.filter !== null && !attribute.multiValued) throw invalidPath(`${attribute.name} has no elements.`);
    if (verb !== 'remove' && value === undefined) throw invalidValue(`The operation on ${text} has no value.`);
    this.place(verb, { urn, attribute, sub, filter: parsed.filter }, value ?? null);
  }

  private place(verb: Verb, place: Place, value: Json): void {
    const { attribute, sub, filter } = place;
    if (attribute.multiValued && (filter !== null || sub !== null)) this.elements(verb, place, value);
    else if (sub !== null) this.subAttribute(verb, place, sub, value);
    else if (attribute.multiValued) this.list(verb, place, value);
    else this.single(verb, place, value);
  }

  private single(verb: Verb, place: Place, value: Json): void {
    const { attribute } = place;
    const normal = verb === 'remove' ? undefined : this.normal(attribute, value, place);
    const before = this.read(place);
    const merge = attribute.type === 'complex' && isObject(before) && isObject(normal) && isObject(value);
    this.write(place, merge ? merged(before, value, normal) : normal);
  }

  private subAttribute(verb: Verb, place: Place, sub: AttributeDefinition, value: Json): void {
    const before = this.read(place);
    const holder = isObject(before) ? { ...before } : {};
    setOrDelete(holder, sub.name, verb === 'remove' ? undefined : this.normal(sub, value, place));
    this.write(place, holder);
  }

  private list(verb: Verb, place: Place, value: Json): void {
    const before = this.readList(place);
    if (verb === 'remove') {
      // Entra names the members to take out in value (javelo-scim.md §5.1); without value, all go.
      const gone = isUnassigned(value) ? null : this.normalList(place, value);
      const kept = gone === null ? [] : before.filter((item) => !gone.some((other) => sameElement(item, other)));
      this.write(place, kept);
      return;
    }
    const given = this.normalList(place, value);
    const fresh = given.filter((item) => !before.some((other) => sameJson(item, other)));
    this.write(place, onePrimary(verb === 'replace' ? given : [...before, ...fresh]));
  }

  private elements(verb: Verb, place: Place, value: Json): void {
    const { attribute, sub, filter } = place;
    const fits = filter === null ? () => true : compileElementFilter(filter, attribute);
    const before = this.readList(place);
    const matches = before.map((item) => isObject(item) && fits(item));
    if (!matches.includes(true)) {
      if (verb === 'remove') return;
      if (verb === 'replace' && this.switches.patchNoTarget === '400') {
        throw noTarget(`No element of ${attribute.name} fits the path.`);
      }
      const made = { ...equalities(filter, attribute), ...this.change(place, {}, value) };
      if (!isUnassigned(value)) this.write(place, onePrimary([...before, made]));
      return;
    }
    const removes = sub === null && (verb === 'remove' || isUnassigned(value));
    if (removes) {
      this.write(
        place,
        before.filter((_, at) => !matches[at]),
      );
      return;
    }
    const after = before.map((item, at) => {
      if (!matches[at] || !isObject(item)) return item;
      return this.change(place, item, verb === 'remove' ? null : value);
    });
    this.write(place, onePrimary(after.filter((item) => isObject(item) && Object.keys(item).length > 0)));
  }

  /** One element of a list with `value` worked in. */
  private change(place: Place, element: JsonObject, value: Json): JsonObject {
    if (place.sub !== null) {
      const next = { ...element };
      setOrDelete(next, place.sub.name, this.normal(place.sub, value, place));
      return next;
    }
    const [normal] = isUnassigned(value) ? [] : this.normalList(place, value);
    return isObject(normal) ? { ...element, ...normal } : element;
  }

  private extension(verb: Verb, urn: string, value: Json | undefined): void {
    if (verb === 'remove' || isUnassigned(value)) {
      delete this.resource[urn];
      return;
    }
    if (!isObject(value)) throw invalidValue(`${urn} must be an object.`);
    for (const [key, item] of Object.entries(value)) this.at(verb, `${urn}:${key}`, item, false);
  }

  private unknown(verb: Verb, urn: string | null, name: string, value: Json | undefined, named: boolean): void {
    if (urn === null) {
      if (named) throw invalidPath(`The attribute ${name} is unknown.`);
      return;
    }
    if (!keepUnknown(fullName(urn, name), this.switches, invalidPath)) return;
    const holder = this.resource[urn];
    const next = isObject(holder) ? { ...holder } : {};
    setOrDelete(next, name, verb === 'remove' ? undefined : value);
    setOrDelete(this.resource, urn, next);
  }

  private normal(attribute: AttributeDefinition, value: Json, place: Place): Json | undefined {
    return normaliseValue(attribute, value, this.switches, fullName(place.urn, place.attribute.name));
  }

  private normalList(place: Place, value: Json): Json[] {
    const normal = this.normal(place.attribute, value, place);
    return Array.isArray(normal) ? normal : [];
  }

  private read(place: Place): Json | undefined {
    const holder = place.urn === null ? this.resource : this.resource[place.urn];
    return isObject(holder) ? holder[place.attribute.name] : undefined;
  }

  private readList(place: Place): Json[] {
    const value = this.read(place);
    return Array.isArray(value) ? value : [];
  }

  private write(place: Place, value: Json | undefined): void {
    if (place.urn === null) {
      setOrDelete(this.resource, place.attribute.name, value);
      return;
    }
    const holder = this.resource[place.urn];
    const next = isObject(holder) ? { ...holder } : {};
    setOrDelete(next, place.attribute.name, value);
    setOrDelete(this.resource, place.urn, next);
  }
}

/** Sub-attributes that are sent replace theirs; those sent as null go; the others stay. */
function merged(before: JsonObject, sent: JsonObject, normal: JsonObject): JsonObject {
  const cleared = new Set(
    Object.keys(sent)
      .filter((key) => isUnassigned(sent[key]))
      .map((key) => key.toLowerCase()),
  );
  const kept = Object.entries(before).filter(([key]) => !cleared.has(key.toLowerCase()));
  return { ...Object.fromEntries(kept), ...normal };
}

function setOrDelete(holder: JsonObject, name: string, value: Json | undefined): void {
  if (value === undefined || isUnassigned(value) || (isObject(value) && Object.keys(value).length === 0)) {
    delete holder[name];
  } else holder[name] = value;
}

function sameElement(a: Json, b: Json): boolean {
  if (!isObject(a) || !isObject(b) || b.value === undefined) return sameJson(a, b);
  return a.value === b.value && (b.type === undefined || a.type === b.type);
}

/** What an `eq` filter says about an element that does not exist yet: `emails[type eq "work"]` makes a work e-mail. */
function equalities(filter: Filter | null, attribute: AttributeDefinition): JsonObject {
  if (filter === null) return {};
  if (filter.kind === 'and') return { ...equalities(filter.left, attribute), ...equalities(filter.right, attribute) };
  if (filter.kind !== 'compare' || filter.comparison !== 'eq') return {};
  const sub = attribute.subAttributes?.find(({ name }) => name.toLowerCase() === filter.path.toLowerCase());
  return sub === undefined || filter.value === null ? {} : { [sub.name]: filter.value };
}

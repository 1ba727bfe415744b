import type { AttributeDefinition } from './attribute-definition.ts';
import type { Comparison, Filter, Literal } from './filter.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { findSub, locate, type SchemaView, valuesAt } from './schema-view.ts';
import { ScimError } from './scim-error.ts';

export type Predicate = (resource: JsonObject) => boolean;

interface Target {
  readonly definition: AttributeDefinition | null;
  readonly values: (resource: JsonObject) => readonly Json[];
  /** For a value path: the attribute and its elements themselves. */
  readonly attribute: AttributeDefinition | null;
  readonly elements: (resource: JsonObject) => readonly Json[];
}

type Resolve = (path: string) => Target;

const NOTHING: Target = { definition: null, attribute: null, values: () => [], elements: () => [] };

/** A filter on whole resources. An attribute that nobody knows has no value (RFC 7644 §3.4.2.1). */
export function compileFilter(filter: Filter, view: SchemaView): Predicate {
  return compile(filter, (path) => {
    const located = locate(view, path);
    if (located.kind !== 'attribute') return NOTHING;
    const { urn, attribute } = located;
    const elements = (resource: JsonObject): readonly Json[] => valuesAt(resource, urn, attribute.name);
    const sub = located.sub ?? (attribute.type === 'complex' ? findSub(attribute, 'value') : null);
    const values = sub === null ? elements : pick(elements, sub.name);
    return { definition: sub ?? attribute, attribute, elements, values };
  });
}

/** A filter on the elements of one multi-valued attribute: what stands between brackets. */
export function compileElementFilter(filter: Filter, attribute: AttributeDefinition): Predicate {
  return compile(filter, elementResolver(attribute));
}

function elementResolver(attribute: AttributeDefinition | null): Resolve {
  return (path) => {
    const sub = attribute === null ? null : findSub(attribute, path);
    if (sub === null) return NOTHING;
    const values = (element: JsonObject): readonly Json[] => valuesAt(element, null, sub.name);
    return { definition: sub, attribute: sub, elements: values, values };
  };
}

function pick(elements: (resource: JsonObject) => readonly Json[], name: string) {
  return (resource: JsonObject): readonly Json[] =>
    elements(resource).flatMap((element) => (isObject(element) ? [...valuesAt(element, null, name)] : []));
}

function compile(filter: Filter, resolve: Resolve): Predicate {
  switch (filter.kind) {
    case 'and': {
      const [left, right] = [compile(filter.left, resolve), compile(filter.right, resolve)];
      return (resource) => left(resource) && right(resource);
    }
    case 'or': {
      const [left, right] = [compile(filter.left, resolve), compile(filter.right, resolve)];
      return (resource) => left(resource) || right(resource);
    }
    case 'not': {
      const inner = compile(filter.inner, resolve);
      return (resource) => !inner(resource);
    }
    case 'present': {
      const { elements, values, definition } = resolve(filter.path);
      const read = definition?.name === 'value' && !filter.path.toLowerCase().endsWith('.value') ? elements : values;
      return (resource) => read(resource).some((value) => value !== '');
    }
    case 'compare':
      return compileComparison(resolve(filter.path), filter.comparison, filter.value);
    case 'valuePath': {
      const { elements, attribute } = resolve(filter.path);
      const inner = compile(filter.inner, elementResolver(attribute));
      return (resource) => elements(resource).some((element) => isObject(element) && inner(element));
    }
  }
}

function compileComparison(target: Target, comparison: Comparison, wanted: Literal): Predicate {
  const { definition, values } = target;
  if (definition?.type === 'complex') {
    throw new ScimError(400, `The attribute ${definition.name} has no single value to compare.`, 'invalidFilter');
  }
  if (wanted === null) {
    if (comparison === 'eq') return (resource) => values(resource).length === 0;
    if (comparison === 'ne') return (resource) => values(resource).length > 0;
    throw new ScimError(400, `null cannot be compared with ${comparison}.`, 'invalidFilter');
  }
  if (definition?.type === 'boolean' && comparison !== 'eq' && comparison !== 'ne') {
    throw new ScimError(400, `${definition.name} is a boolean: ${comparison} does not apply.`, 'invalidFilter');
  }
  const fold = (value: string): string => (definition?.caseExact === true ? value : value.toLowerCase());
  const scale = (value: Json | Literal): string | number | boolean | null => {
    if (typeof value === 'string') return definition?.type === 'dateTime' ? Date.parse(value) : fold(value);
    return typeof value === 'number' || typeof value === 'boolean' ? value : null;
  };
  const goal = scale(wanted);
  if (comparison === 'ne') return (resource) => !values(resource).some((value) => scale(value) === goal);
  return (resource) => values(resource).some((value) => holds(comparison, scale(value), goal));
}

type Scaled = string | number | boolean | null;

function holds(comparison: Exclude<Comparison, 'ne'>, value: Scaled, goal: Scaled): boolean {
  if (value === null || goal === null || typeof value !== typeof goal) return false;
  switch (comparison) {
    case 'eq':
      return value === goal;
    case 'co':
      return String(value).includes(String(goal));
    case 'sw':
      return String(value).startsWith(String(goal));
    case 'ew':
      return String(value).endsWith(String(goal));
    case 'gt':
      return value > goal;
    case 'ge':
      return value >= goal;
    case 'lt':
      return value < goal;
    case 'le':
      return value <= goal;
  }
}

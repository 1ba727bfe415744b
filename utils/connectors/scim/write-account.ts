import {
  type AccountAttribute,
  type AccountAttributes,
  type AttributeChanges,
  accountAttributes,
  type Desired,
} from '../../core/account.ts';
import { writeDate } from './dates.ts';
import { parsePath, type ScimPath } from './path.ts';
import { coreUserSchema, type TargetProfile } from './profile.ts';
import { messageSchemas } from './schemas.ts';

type Value = string | boolean;
type Body = Record<string, unknown>;

export interface PatchOperation {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

const dateAttributes: ReadonlySet<AccountAttribute> = new Set(['birthDate', 'firstHiredOn']);
const emailPath = parsePath('emails[type eq "work"].value');
const workEmail = (value: Value) => ({ type: 'work', value, primary: true });

/** The attributes that have a value and a place in this target, in the order of accountAttributes. */
function* placed(values: Partial<AccountAttributes>, profile: TargetProfile) {
  for (const attribute of accountAttributes) {
    const path = profile.paths[attribute];
    const value = values[attribute];
    if (path !== null && value !== undefined) yield { attribute, path: parsePath(path), value };
  }
}

function written(attribute: AccountAttribute, value: Value, profile: TargetProfile): Value {
  return typeof value === 'string' && dateAttributes.has(attribute) ? writeDate(value, profile.dateFormat) : value;
}

/** The body of a POST (javelo-scim.md §2.2). What has no value is left out: null would say "known to be empty". */
export function createBody(desired: Desired, profile: TargetProfile): Body {
  const body: Body = {};
  const extensions = new Set<string>();
  for (const { attribute, path, value } of placed(desired, profile)) {
    if (value === null) continue;
    put(body, path, written(attribute, value, profile));
    if (path.schema !== null) extensions.add(path.schema);
  }
  if (profile.create.emails) body.emails = [workEmail(desired.userName)];
  const schemas = profile.create.schemas === 'all' ? [coreUserSchema, ...extensions] : [coreUserSchema];
  return { schemas, ...body };
}

function put(body: Body, path: ScimPath, value: Value): void {
  const holder = path.schema === null ? body : child(body, path.schema);
  const { attribute, selector, subAttribute } = path;
  if (selector) {
    const items = Array.isArray(holder[attribute]) ? holder[attribute] : [];
    holder[attribute] = [...items, { [selector.attribute]: selector.value, [subAttribute ?? 'value']: value }];
  } else if (subAttribute === null) {
    holder[attribute] = value;
  } else {
    child(holder, attribute)[subAttribute] = value;
  }
}

function child(holder: Body, name: string): Body {
  const existing = holder[name];
  if (typeof existing === 'object' && existing !== null) return existing as Body;
  const created: Body = {};
  holder[name] = created;
  return created;
}

/** The body of a PATCH: one operation per attribute, null empties (javelo-scim.md §2.2, RFC 7644 §3.5.2). */
export function patchBody(changes: AttributeChanges, profile: TargetProfile): Body {
  return { schemas: [messageSchemas.patch], Operations: patchOperations(changes, profile) };
}

function patchOperations(changes: AttributeChanges, profile: TargetProfile): readonly PatchOperation[] {
  const operations: PatchOperation[] = [];
  for (const { attribute, path, value } of placed(changes, profile)) {
    operations.push(...change(path, value === null ? null : written(attribute, value, profile), profile));
  }
  if (profile.create.emails && changes.userName !== undefined) {
    operations.push(...change(emailPath, changes.userName, profile, workEmail));
  }
  return operations;
}

type ItemShape = (value: Value) => Readonly<Record<string, unknown>>;

function change(
  path: ScimPath,
  value: Value | null,
  profile: TargetProfile,
  shape: ItemShape | null = null,
): readonly PatchOperation[] {
  const { patch } = profile;
  const { selector } = path;
  if (selector && patch.item === 'remove-add') {
    const plain: ItemShape = (item) => ({ [selector.attribute]: selector.value, [path.subAttribute ?? 'value']: item });
    return changeItem(path, value === null ? null : (shape ?? plain)(value), profile);
  }
  if (value === null && patch.clear === 'remove') return [{ op: patch.remove, path: path.text }];
  return [{ op: patch.replace, path: path.text, value }];
}

/** Takes the item out and puts it in again: works whether or not it was there, and leaves its neighbours alone. */
function changeItem(
  path: ScimPath,
  item: ReturnType<ItemShape> | null,
  profile: TargetProfile,
): readonly PatchOperation[] {
  const list = path.schema === null ? path.attribute : `${path.schema}:${path.attribute}`;
  const taken = { op: profile.patch.remove, path: path.text.slice(0, path.text.lastIndexOf(']') + 1) };
  return item === null ? [taken] : [taken, { op: profile.patch.add, path: list, value: [item] }];
}

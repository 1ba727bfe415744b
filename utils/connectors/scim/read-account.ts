import type { Account, AccountAttribute } from '../../core/account.ts';
import type { TargetId } from '../../core/ids.ts';
import type { Gender } from '../../core/person.ts';
import { readDate } from './dates.ts';
import { isJsonObject, type JsonObject, member } from './json-object.ts';
import { parsePath } from './path.ts';
import type { TargetProfile } from './profile.ts';
import type { ScimUser } from './schemas.ts';

/**
 * A SCIM user as an account, by the profile's table. Tolerant: names in any case, `"True"` for true, dates in either format,
 * the work e-mail where there is no userName; whatever is missing or not understood is null. A user without `active` is active.
 */
export function readAccount(user: ScimUser, profile: TargetProfile): Account {
  const { resource } = user;
  const text = (attribute: AccountAttribute) => readText(resource, profile.paths[attribute]);
  const date = (attribute: AccountAttribute) => readDate(text(attribute) ?? '');
  return {
    targetId: user.id as TargetId,
    version: readVersion(resource),
    externalId: text('externalId'),
    userName: (text('userName') ?? readEmail(resource) ?? '').toLowerCase(),
    givenName: text('givenName'),
    familyName: text('familyName'),
    active: readActive(readValue(resource, profile.paths.active)),
    managerUserName: text('managerUserName')?.toLowerCase() ?? null,
    gender: readGender(text('gender')),
    birthDate: date('birthDate'),
    title: text('title'),
    phoneNumber: text('phoneNumber'),
    employeeNumber: text('employeeNumber'),
    contractType: text('contractType'),
    firstHiredOn: date('firstHiredOn'),
    department: text('department'),
  };
}

/** The value at a path of the profile, as it is; undefined where there is none. */
export function readValue(resource: JsonObject, pathText: string | null): unknown {
  if (pathText === null) return undefined;
  const path = parsePath(pathText);
  const { selector } = path;
  let value = member(path.schema === null ? resource : member(resource, path.schema), path.attribute);
  if (selector) {
    const items = Array.isArray(value) ? value : [];
    const wanted = selector.value.toLowerCase();
    value = items.find((item) => String(member(item, selector.attribute)).toLowerCase() === wanted);
  }
  return path.subAttribute === null ? value : member(value, path.subAttribute);
}

/** `meta.version` (RFC 7644 §3.14). */
export function readVersion(resource: JsonObject): string | null {
  const version = member(member(resource, 'meta'), 'version');
  return typeof version === 'string' && version !== '' ? version : null;
}

function readText(resource: JsonObject, path: string | null): string | null {
  const value = readValue(resource, path);
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

/** The work e-mail, else the primary one, else the first. */
function readEmail(resource: JsonObject): string | null {
  const emails = member(resource, 'emails');
  const items = Array.isArray(emails) ? emails.filter(isJsonObject) : [];
  const best =
    items.find((item) => String(member(item, 'type')).toLowerCase() === 'work') ??
    items.find((item) => member(item, 'primary') === true) ??
    items[0];
  const value = member(best, 'value');
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Entra's older default writes booleans as "True" and "False" (javelo-scim.md §5.1). */
function readActive(value: unknown): boolean {
  return !(value === false || (typeof value === 'string' && value.toLowerCase() === 'false'));
}

function readGender(text: string | null): Gender | null {
  const word = text?.toLowerCase();
  return word === 'male' || word === 'female' ? word : null;
}

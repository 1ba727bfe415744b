import { isObject, type JsonObject } from './json.ts';
import { JAVELO_DATES, URN } from './schema-names.ts';
import { fullName, valuesAt } from './schema-view.ts';
import { invalidValue } from './scim-error.ts';
import type { Switches } from './switches.ts';

/** "No commas/hyperlinks/spaces in email" (javelo-scim.md §1.2). */
const EMAIL = /^[^\s@,<>()]+@[^\s@,<>()]+\.[^\s@,.<>()]+$/;
const DAY_LAST = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_FIRST = /^(\d{2})-(\d{2})-(\d{4})$/;

/** What every stored account must satisfy. Throws 400 invalidValue naming the attribute. */
export function validateUser(user: JsonObject, switches: Switches): void {
  const { userName, name } = user;
  if (typeof userName !== 'string' || userName.trim() === '') throw invalidValue('userName is required.');
  if (switches.userNameFormat === 'email' && !EMAIL.test(userName)) throw invalidValue('userName must be an e-mail.');
  if (switches.nameRequired === 'on') {
    for (const part of ['givenName', 'familyName']) {
      const value = isObject(name) ? name[part] : undefined;
      if (typeof value !== 'string' || value.trim() === '') throw invalidValue(`name.${part} is required.`);
    }
  }
  const [gender] = valuesAt(user, URN.javelo, 'gender');
  if (gender !== undefined && gender !== '' && !switches.genders.includes(String(gender))) {
    throw invalidValue(`${fullName(URN.javelo, 'gender')} must be one of ${switches.genders.join(', ')}, or empty.`);
  }
  for (const date of JAVELO_DATES) {
    const [value] = valuesAt(user, URN.javelo, date);
    if (value !== undefined && value !== '' && !isDate(String(value), switches.dateFormat)) {
      throw invalidValue(`${fullName(URN.javelo, date)} must be a date, ${switches.dateFormat}.`);
    }
  }
}

function isDate(value: string, format: Switches['dateFormat']): boolean {
  if (format === 'any') return true;
  const match = (format === 'YYYY-MM-DD' ? DAY_LAST : DAY_FIRST).exec(value);
  if (match === null) return false;
  const parts = match.slice(1).map(Number);
  const [year = 0, month = 0, day = 0] = format === 'YYYY-MM-DD' ? parts : parts.toReversed();
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

import type { IsoDate } from '../../core/ids.ts';
import type { TargetProfile } from './profile.ts';

/** A day as the target writes it; the time of a dateTime is left aside. What is no day gives null. */
export function readDate(text: string): IsoDate | null {
  const yearFirst = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text);
  if (yearFirst) return isoDate(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text);
  return dayFirst ? isoDate(dayFirst[3], dayFirst[2], dayFirst[1]) : null;
}

/** A day as the profile wants it written (javelo-scim.md §2.7). */
export function writeDate(date: string, format: TargetProfile['dateFormat']): string {
  return format === 'YYYY-MM-DD' ? date : date.split('-').reverse().join('-');
}

/** The way a date is written, or null where the text is no date. */
export function dateFormatOf(text: string): TargetProfile['dateFormat'] | null {
  if (readDate(text) === null) return null;
  return /^\d{4}/.test(text) ? 'YYYY-MM-DD' : 'DD-MM-YYYY';
}

function isoDate(year = '', month = '', day = ''): IsoDate | null {
  const text = `${year}-${month}-${day}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return real ? (text as IsoDate) : null;
}

import type { IsoDate } from '../ids.ts';

const dateTime = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * The calendar day of a .NET `dateTime` or a plain date, as it is written: no zone turns it into the day before.
 * `null` for no value, for anything that is not a day, and for 0001-01-01, which Nmbrs writes for "none" (nmbrs-api.md §2.17).
 *
 * @example toIsoDate('1980-04-01T00:00:00') // '1980-04-01'
 */
export function toIsoDate(text: string | null | undefined): IsoDate | null {
  const parts = dateTime.exec(text?.trim() ?? '');
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  if (year === '0000' || `${year}-${month}-${day}` === '0001-01-01') return null;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return null;
  return `${year}-${month}-${day}` as IsoDate;
}

/** Negative, zero or positive, as for `Array.prototype.sort`. ISO days sort as text. */
export function compareIsoDates(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A point in time as a number that grows with time, for `CreationDate` and the like; no value comes before any value.
 * Without a zone the time counts as UTC: only times of one system are ever compared. Text comparison would be wrong,
 * since .NET drops the fraction where it is zero.
 */
export function toTimeRank(text: string | null | undefined): number {
  const parts = dateTime.exec(text?.trim() ?? '');
  if (parts === null || toIsoDate(text) === null) return Number.NEGATIVE_INFINITY;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone = 'Z'] = parts;
  const wholeSeconds =
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
  return wholeSeconds - zoneSeconds(zone) + Number(fraction);
}

function zoneSeconds(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (parts === null) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 3600 + Number(parts[3]) * 60);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

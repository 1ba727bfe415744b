import type { Locale } from './locales.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Both systems are European: English dates have the day first. */
function region(locale: Locale): string {
  return locale === 'en' ? 'en-GB' : locale;
}

const made = new Map<string, unknown>();

/** A format is dear to make, and a table asks for the same one in every row. */
function once<F>(key: string, make: () => F): F {
  const found = (made.get(key) as F | undefined) ?? make();
  made.set(key, found);
  return found;
}

function dates(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(region(locale), options));
}

function numbers(locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(region(locale), options));
}

/** `5 minutes ago`, `in 2 hours`, `yesterday`. */
export function relativeTime(locale: Locale, iso: string, nowMs: number): string {
  const distance = Date.parse(iso) - nowMs;
  const size = Math.abs(distance);
  const format = once(`relative ${locale}`, () => new Intl.RelativeTimeFormat(region(locale), { numeric: 'auto' }));
  if (size < minuteMs) return format.format(0, 'second');
  if (size < hourMs) return format.format(Math.round(distance / minuteMs), 'minute');
  if (size < dayMs) return format.format(Math.round(distance / hourMs), 'hour');
  return format.format(Math.round(distance / dayMs), 'day');
}

/** `24 Nov 2026, 14:05` in the language's own order. */
export function dateTime(locale: Locale, iso: string): string {
  return dates(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(iso));
}

/** `14:05`. */
export function clockTime(locale: Locale, ms: number): string {
  return dates(locale, { hour: '2-digit', minute: '2-digit' }).format(ms);
}

export function wholeNumber(locale: Locale, value: number): string {
  return numbers(locale).format(value);
}

/** `41 sec`, `3 min` … in the language's own short form. */
export function duration(locale: Locale, ms: number): string {
  const unit = (value: number, name: 'second' | 'minute' | 'hour') =>
    numbers(locale, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 }).format(value);
  if (ms < minuteMs) return unit(Math.max(1, Math.round(ms / 1000)), 'second');
  if (ms < hourMs) return unit(Math.round(ms / minuteMs), 'minute');
  return unit(Math.round(ms / hourMs), 'hour');
}

/** A calendar day without a time: `1 Dec 2026`. */
export function calendarDay(locale: Locale, isoDate: string): string {
  const ms = Date.parse(isoDate);
  if (Number.isNaN(ms)) return isoDate;
  return dates(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(ms);
}

/** `a, b and c`. */
export function listOf(locale: Locale, parts: readonly string[]): string {
  return new Intl.ListFormat(region(locale), { type: 'conjunction' }).format(parts);
}

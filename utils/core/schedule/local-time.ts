const minuteMs = 60_000;
const dayMs = 86_400_000;

/** A calendar day; `dayOf` and `momentOf` go from a point in time to the wall clock and back. */
export interface LocalDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The calendar day on which a point in time (ms since 1970) falls in a time zone (IANA name). */
export function dayOf(ms: number, timeZone: string): LocalDay {
  const local = new Date(ms + offsetOf(ms, timeZone));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** The day after. */
export function nextDay({ year, month, day }: LocalDay): LocalDay {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

/**
 * The moment, in ms since 1970, at which a wall clock in the time zone shows this minute of the day (0 … 1439). A minute
 * that comes twice when the clocks go back is the first of the two; one that is left out when they go forward is as much
 * later as they are set (ECMA-402 and java.time resolve both the same way).
 */
export function momentOf({ year, month, day }: LocalDay, minuteOfDay: number, timeZone: string): number {
  const asIfUtc = Date.UTC(year, month - 1, day) + minuteOfDay * minuteMs;
  const before = asIfUtc - offsetOf(asIfUtc - dayMs, timeZone);
  const after = asIfUtc - offsetOf(asIfUtc + dayMs, timeZone);
  const shown = [before, after].filter((ms) => ms + offsetOf(ms, timeZone) === asIfUtc);
  return shown.length === 0 ? before : Math.min(...shown);
}

/** How far the zone's wall clock is ahead of UTC at a point in time, in ms. */
function offsetOf(ms: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1_000) * 1_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    ...{ timeZone, hourCycle: 'h23', year: numeric, month: numeric, day: numeric },
    ...{ hour: numeric, minute: numeric, second: numeric },
  });
  formats.set(timeZone, format);
  return format;
}

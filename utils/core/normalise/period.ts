import { toTimeRank } from './date.ts';

/** A wage period of a company: months, four weeks or weeks, whichever it uses (nmbrs-api.md §5). */
export interface Period {
  readonly year: number;
  readonly period: number;
}

/** A record that holds from a period on. */
export interface PeriodRecord {
  readonly startYear: number;
  readonly startPeriod: number;
  /** When it was entered, as Nmbrs sends it; `null` = nil. */
  readonly createdAt: string | null;
}

/**
 * The company's current period from what `Company_GetCurrentPeriod` answers; `null` for anything else.
 *
 * @example parsePeriod('2010-5-M') // { year: 2010, period: 5 }
 */
export function parsePeriod(text: string | null | undefined): Period | null {
  const parts = /^(\d{4})-(\d{1,2})(?:-[\w ]+)?$/.exec(text?.trim() ?? '');
  if (parts === null) return null;
  const period = Number(parts[2]);
  return period < 1 || period > 53 ? null : { year: Number(parts[1]), period };
}

/**
 * The record in force: the greatest (year, period) that has begun, ties to the latest entered, nil first, then to the later in
 * the list (rule R4). `null` where none has begun. Without a known current period every record counts as begun.
 */
export function pickCurrent<R extends PeriodRecord>(history: readonly R[], current: Period | null): R | null {
  let best: R | null = null;
  for (const record of history) {
    if (current !== null && comparePeriods(periodOf(record), current) > 0) continue;
    if (best === null || compareRecords(record, best) >= 0) best = record;
  }
  return best;
}

function periodOf(record: PeriodRecord): Period {
  return { year: record.startYear, period: record.startPeriod };
}

function comparePeriods(a: Period, b: Period): number {
  return a.year - b.year || a.period - b.period;
}

function compareRecords(a: PeriodRecord, b: PeriodRecord): number {
  const byPeriod = comparePeriods(periodOf(a), periodOf(b));
  if (byPeriod !== 0) return byPeriod;
  const [entered, enteredBefore] = [toTimeRank(a.createdAt), toTimeRank(b.createdAt)];
  return entered === enteredBefore ? 0 : entered < enteredBefore ? -1 : 1;
}

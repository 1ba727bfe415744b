/** Days as `YYYY-MM-DD`, times as Nmbrs writes them: `YYYY-MM-DDTHH:mm:ss`, without a zone. */

export type PeriodType = 'M' | '4W';

export interface Period {
  readonly year: number;
  readonly period: number;
}

export const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => dayOf(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

export const midnight = (day: string): string => `${day}T00:00:00`;

/** The wage period that holds a day: months 1–12, or four-week blocks 1–13 of which the last takes the rest of the year. */
export const periodOf = (day: string, type: PeriodType): Period => {
  const year = Number(day.slice(0, 4));
  if (type === 'M') return { year, period: Number(day.slice(5, 7)) };
  return { year, period: Math.min(13, Math.floor(daysBetween(`${year}-01-01`, day) / 28) + 1) };
};

/** The period `steps` after (or before) another one. */
export const shiftPeriod = (from: Period, steps: number, type: PeriodType): Period => {
  const perYear = type === 'M' ? 12 : 13;
  const index = from.year * perYear + (from.period - 1) + steps;
  return { year: Math.floor(index / perYear), period: (index % perYear) + 1 };
};

export const comparePeriods = (left: Period, right: Period): number =>
  left.year - right.year || left.period - right.period;

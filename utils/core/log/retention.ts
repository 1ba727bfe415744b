import type { Json } from '../ids.ts';

/** What the clock said at the end of runs, in ms since 1970: of the last one, and of the last one a day or more before it. */
export interface ClockSeen {
  readonly lastMs: number;
  readonly dayBeforeMs: number;
}

const dayMs = 24 * 3_600_000;

/**
 * From when on rows of the log are kept. A clock that ran ahead makes everything look old, and what is dropped is gone: until runs have
 * been a day apart under the new time, at most half of the keeping time counts as passed since the last run under the old one.
 */
export function keptFrom(keepMs: number, seen: ClockSeen | null, nowMs: number): number {
  const oldMs = seen === null ? nowMs : isAnotherDay(seen, nowMs) ? seen.lastMs : seen.dayBeforeMs;
  return Math.min(nowMs, oldMs + keepMs / 2) - keepMs;
}

/** What is to be remembered at the end of a run. */
export function noteClock(seen: ClockSeen | null, nowMs: number): ClockSeen {
  if (seen === null) return { lastMs: nowMs, dayBeforeMs: nowMs };
  return isAnotherDay(seen, nowMs) ? { lastMs: nowMs, dayBeforeMs: seen.lastMs } : seen;
}

/** Also where the clock was set back. */
function isAnotherDay({ lastMs }: ClockSeen, nowMs: number): boolean {
  return Math.abs(nowMs - lastMs) >= dayMs;
}

/** Reads what `noteClock` gave; anything not understood is nothing. */
export function readClockSeen(stored: Json | undefined): ClockSeen | null {
  if (typeof stored !== 'object' || stored === null || !('lastMs' in stored)) return null;
  const { lastMs, dayBeforeMs } = stored;
  return typeof lastMs === 'number' && typeof dayBeforeMs === 'number' ? { lastMs, dayBeforeMs } : null;
}

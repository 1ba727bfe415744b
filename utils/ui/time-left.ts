import type { Translate } from '../i18n/translator.ts';

export interface Pace {
  readonly done: number;
  readonly total: number;
  /** When the present state began, and how much was done by then. */
  readonly startedAtMs: number;
  readonly doneAtStart: number;
  /** Nothing goes on before this time. */
  readonly notBeforeMs: number;
}

// Before this much has been seen, an estimate would jump about.
const shortestLookMs = 1_500;

/** How long the present state will still take, in ms, from how fast it went so far; null = cannot be told yet. */
export function timeLeftMs(pace: Pace, nowMs: number): number | null {
  const done = pace.done - pace.doneAtStart;
  const elapsed = nowMs - pace.startedAtMs;
  const left = pace.total - pace.done;
  if (pace.total <= 0 || left <= 0) return null;
  const pause = Math.max(0, pace.notBeforeMs - nowMs);
  if (done <= 0 || elapsed < shortestLookMs) return pause > 0 ? pause : null;
  return Math.max(pause, (left * elapsed) / done);
}

/** The same in words. */
export function timeLeftText(t: Translate, ms: number): string {
  if (ms < 45_000) return t('progress.seconds');
  if (ms < 90 * 60_000) return t('progress.minutes', { minutes: Math.max(1, Math.round(ms / 60_000)) });
  return t('progress.hours', { hours: Math.round(ms / 3_600_000) });
}

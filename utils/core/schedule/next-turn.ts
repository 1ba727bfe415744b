import { type Quarantine, quarantineRules } from '../run/quarantine.ts';
import { nextDue } from './next-due.ts';
import type { Schedule } from './schedule.ts';

/** What the companion does next by itself, and when (ms since 1970); in the past = it is overdue. */
export interface Turn {
  readonly does: 'run' | 'test';
  readonly atMs: number;
}

export interface Standing {
  readonly schedule: Schedule;
  /** When the schedule was chosen, or its last run began. */
  readonly sinceMs: number;
  /** When the first person in escrow is due whom the last scheduled run could not have tried. */
  readonly retryAtMs: number | null;
  readonly quarantine: Quarantine | null;
  readonly timeZone: string;
  readonly nowMs: number;
}

/**
 * The next turn of the schedule; null = none, it is the admin's. In quarantine it is one test a day. People in escrow do not
 * wait for the next regular run where they are due before it. A clock that was set back puts nothing off: what began in what
 * is now the future counts as begun now.
 */
export function nextTurn({ schedule, sinceMs, retryAtMs, quarantine, timeZone, nowMs }: Standing): Turn | null {
  const since = Math.min(sinceMs, nowMs);
  const dueMs = nextDue(schedule, since, timeZone);
  if (dueMs === null) return null;
  if (quarantine?.active) {
    return { does: 'test', atMs: Math.min(quarantine.testAtMs, nowMs + quarantineRules.testEveryMs) };
  }
  return { does: 'run', atMs: retryAtMs === null ? dueMs : Math.min(dueMs, retryAtMs) };
}

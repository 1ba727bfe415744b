import { dayOf, momentOf, nextDay } from './local-time.ts';
import { dayTime, type Schedule } from './schedule.ts';

const hourMs = 3_600_000;

/**
 * The first point in time after `sinceMs` (ms since 1970) at which a run is due; null = never by itself. However many were
 * missed since, it is one: whoever carries it out asks again from the moment it begins.
 */
export function nextDue(schedule: Schedule, sinceMs: number, timeZone: string): number | null {
  switch (schedule.kind) {
    case 'manual':
      return null;
    case 'every':
      return sinceMs + schedule.hours * hourMs;
    case 'daily': {
      const [, hours, minutes] = dayTime.exec(schedule.at) ?? [];
      const minuteOfDay = Number(hours) * 60 + Number(minutes);
      if (Number.isNaN(minuteOfDay)) return null;
      for (let day = dayOf(sinceMs, timeZone); ; day = nextDay(day)) {
        const dueMs = momentOf(day, minuteOfDay, timeZone);
        if (dueMs > sinceMs) return dueMs;
      }
    }
  }
}

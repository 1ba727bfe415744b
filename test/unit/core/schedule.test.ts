import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, momentOf } from '../../../utils/core/schedule/local-time.ts';
import { nextDue } from '../../../utils/core/schedule/next-due.ts';

const hourMs = 3_600_000;
const zones = ['UTC', 'Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'];

/** A wall clock in the zone, as the platform itself shows it. */
function clockIn(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    ms,
  );
}

const daily = (at: string) => ({ kind: 'daily', at }) as const;
const due = (at: string, since: string, timeZone = 'Europe/Amsterdam') => {
  const ms = nextDue(daily(at), Date.parse(since), timeZone);
  return ms === null ? null : new Date(ms).toISOString();
};

describe('nextDue', () => {
  it('never comes for a manual schedule', () => {
    expect(nextDue({ kind: 'manual' }, 0, 'UTC')).toBeNull();
  });

  it('comes so many hours after the last run', () => {
    expect(nextDue({ kind: 'every', hours: 6 }, 1_000, 'UTC')).toBe(1_000 + 6 * hourMs);
  });

  it('comes daily at a time of the wall clock, today or tomorrow', () => {
    expect(due('07:30', '2026-11-24T06:00:00Z')).toBe('2026-11-24T06:30:00.000Z');
    expect(due('07:30', '2026-11-24T06:30:00Z')).toBe('2026-11-25T06:30:00.000Z');
  });

  it('keeps to the wall clock when the clocks change', () => {
    // Europe: forward on 28 March 2027, back on 31 October 2027.
    expect(due('07:30', '2027-03-27T07:00:00Z')).toBe('2027-03-28T05:30:00.000Z');
    expect(due('07:30', '2027-10-30T06:00:00Z')).toBe('2027-10-31T06:30:00.000Z');
  });

  it('takes a time that is left out as much later, and one that comes twice only once', () => {
    expect(due('02:30', '2027-03-27T12:00:00Z')).toBe('2027-03-28T01:30:00.000Z');
    expect(due('02:30', '2027-03-28T01:30:00Z')).toBe('2027-03-29T00:30:00.000Z');
    expect(due('02:30', '2027-10-30T12:00:00Z')).toBe('2027-10-31T00:30:00.000Z');
    expect(due('02:30', '2027-10-31T00:30:00Z')).toBe('2027-11-01T01:30:00.000Z');
  });

  it('goes by a zone that changes by half an hour', () => {
    // Lord Howe Island: back by 30 minutes at 02:00 on 4 April 2027.
    expect(due('01:45', '2027-04-03T12:00:00Z', 'Australia/Lord_Howe')).toBe('2027-04-03T14:45:00.000Z');
    expect(due('01:45', '2027-04-03T14:45:00Z', 'Australia/Lord_Howe')).toBe('2027-04-04T15:15:00.000Z');
  });

  const minute = fc.integer({ min: 0, max: 1439 });
  const time = (of: number) => [Math.floor(of / 60), of % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2032, 0, 1) });

  it('is always later, within the day and an hour or two, and shows the time wherever the clock can', () => {
    fc.assert(
      fc.property(minute, moment, fc.constantFrom(...zones), (of, sinceMs, zone) => {
        const dueMs = nextDue(daily(time(of)), sinceMs, zone) ?? Number.NaN;
        expect(dueMs).toBeGreaterThan(sinceMs);
        expect(dueMs - sinceMs).toBeLessThanOrEqual(26 * hourMs);
        const isLeftOut = momentOf(dayOf(dueMs, zone), of, zone) === dueMs && clockIn(dueMs, zone) !== time(of);
        // A minute that does not exist that day: a moment before, the clock was still ahead of the change.
        if (isLeftOut) expect(clockIn(dueMs - 2 * hourMs, zone) < time(of)).toBe(true);
        else expect(clockIn(dueMs, zone)).toBe(time(of));
      }),
      { numRuns: 300 },
    );
  });

  it('comes once a day: a year of it has as many runs as days', () => {
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (of, zone) => {
        const startMs = momentOf({ year: 2027, month: 1, day: 1 }, of, zone) - 1;
        const endMs = momentOf({ year: 2028, month: 1, day: 1 }, of, zone) - 1;
        let runs = 0;
        for (let at = startMs; ; runs += 1) {
          at = nextDue(daily(time(of)), at, zone) ?? Number.NaN;
          if (!(at <= endMs)) break;
        }
        expect(runs).toBe(365);
      }),
      { numRuns: 8 },
    );
  });
});

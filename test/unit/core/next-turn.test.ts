import { expect, it } from 'vitest';
import { untold } from '../../../utils/core/run/cause.ts';
import { nextTurn, type Standing } from '../../../utils/core/schedule/next-turn.ts';

const hourMs = 3_600_000;
const nowMs = Date.UTC(2026, 10, 24, 9);
const standing: Standing = {
  schedule: { kind: 'every', hours: 6 },
  sinceMs: nowMs - hourMs,
  retryAtMs: null,
  quarantine: null,
  timeZone: 'UTC',
  nowMs,
};
const quarantine = {
  reason: { code: 'source-auth', params: {}, retryable: false },
  sinceMs: nowMs - 40 * hourMs,
  testAtMs: nowMs + 8 * hourMs,
  active: true,
} as const;

it('is a run when the schedule says so', () => {
  expect(nextTurn(standing)).toEqual({ does: 'run', atMs: nowMs + 5 * hourMs });
});

it('is nothing while the admin synchronises by hand, whoever waits', () => {
  expect(nextTurn({ ...standing, schedule: { kind: 'manual' }, retryAtMs: nowMs - 1, quarantine })).toBeNull();
});

it('is overdue by however many runs were missed, and that is one run', () => {
  const missed = nextTurn({ ...standing, sinceMs: nowMs - 100 * hourMs });
  expect(missed).toEqual({ does: 'run', atMs: nowMs - 94 * hourMs });
  expect(nextTurn({ ...standing, sinceMs: nowMs })?.atMs).toBe(nowMs + 6 * hourMs);
});

it('comes earlier for somebody in escrow', () => {
  expect(nextTurn({ ...standing, retryAtMs: nowMs + hourMs })?.atMs).toBe(nowMs + hourMs);
  expect(nextTurn({ ...standing, retryAtMs: nowMs + 9 * hourMs })?.atMs).toBe(nowMs + 5 * hourMs);
});

it('is a test a day in quarantine, and a run again once a test has succeeded', () => {
  expect(nextTurn({ ...standing, quarantine })).toEqual({ does: 'test', atMs: nowMs + 8 * hourMs });
  expect(nextTurn({ ...standing, quarantine: { ...quarantine, active: false } })?.does).toBe('run');
});

it('puts nothing off when the clock was set back', () => {
  const ahead = nowMs + 1_000 * hourMs;
  expect(nextTurn({ ...standing, sinceMs: ahead })?.atMs).toBe(nowMs + 6 * hourMs);
  expect(nextTurn({ ...standing, quarantine: { ...quarantine, testAtMs: ahead } })?.atMs).toBe(nowMs + 24 * hourMs);
});

it('is told once per cause', () => {
  const causes = [
    { key: 'quarantine:source-auth', kind: 'quarantine' },
    { key: 'paused:secret-missing', kind: 'paused' },
  ] as const;
  expect(untold(causes, ['quarantine:source-auth'])).toEqual([causes[1]]);
  expect(untold(causes, [])).toEqual(causes);
});

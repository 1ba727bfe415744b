import { describe, expect, it } from 'vitest';
import { type ErrorCode, type ErrorInfo, errorCodes } from '../../../utils/core/errors.ts';
import {
  judgeQuarantine,
  judgeTest,
  packQuarantine,
  type Quarantine,
  unpackQuarantine,
} from '../../../utils/core/run/quarantine.ts';
import { noCounts, type Run } from '../../../utils/core/run/run.ts';

const dayMs = 86_400_000;
const error = (code: ErrorCode): ErrorInfo => ({ code, params: { host: 'x' }, retryable: false });
const run = (changes: Partial<Run>) =>
  ({ mode: 'live', state: 'succeeded', counts: noCounts, error: null, ...changes }) as const;
const counted = (counts: Partial<Run['counts']>) => run({ state: 'partial', counts: { ...noCounts, ...counts } });
const standing: Quarantine = { reason: error('source-auth'), sinceMs: 1_000, testAtMs: 1_000 + dayMs, active: true };

describe('a run', () => {
  it.each([
    'source-auth',
    'source-permission',
    'source-scope',
    'source-subscription',
    'target-auth',
    'target-forbidden',
  ] as const)('that ends with %s puts the connection in quarantine, with the reason and a test a day later', (code) => {
    expect(judgeQuarantine(run({ state: 'failed', error: error(code) }), null, 5)).toEqual({
      reason: error(code),
      sinceMs: 5,
      testAtMs: 5 + dayMs,
      active: true,
    });
  });

  it('that failed for a passing reason, or was stopped, says nothing about the connection', () => {
    for (const code of ['target-unreachable', 'source-unavailable', 'plan-refused'] as const) {
      expect(judgeQuarantine(run({ state: 'failed', error: error(code) }), null, 5)).toBeNull();
      expect(judgeQuarantine(run({ state: 'failed', error: error(code) }), standing, 5)).toBe(standing);
    }
    expect(judgeQuarantine(run({ state: 'cancelled', error: error('run-cancelled') }), standing, 5)).toBe(standing);
  });

  it('in which more than 40 % failed or wait for a retry does too, with the numbers', () => {
    expect(judgeQuarantine(counted({ created: 6, failed: 3, waiting: 1 }), null, 5)).toBeNull();
    expect(judgeQuarantine(counted({ created: 59, failed: 40, waiting: 1 }), null, 5)).toMatchObject({
      reason: { code: 'too-many-failed', params: { failed: 41, of: 100 } },
      active: true,
    });
  });

  it('with fewer than ten people has no share', () => {
    expect(judgeQuarantine(counted({ created: 1, failed: 8 }), null, 5)).toBeNull();
  });

  it('that ends well leaves it behind; a dry one only proves that reading works', () => {
    expect(judgeQuarantine(run({}), standing, 5)).toBeNull();
    expect(judgeQuarantine(run({ mode: 'dry' }), standing, 5)).toBe(standing);
  });

  it('with the same cause again goes on since it began', () => {
    const left = { ...standing, active: false };
    const again = judgeQuarantine(run({ state: 'failed', error: error('source-auth') }), left, 9_000);
    expect(again).toMatchObject({ sinceMs: 1_000, testAtMs: 9_000 + dayMs, active: true });
    const other = judgeQuarantine(run({ state: 'failed', error: error('target-auth') }), left, 9_000);
    expect(other).toMatchObject({ sinceMs: 9_000, reason: { code: 'target-auth' } });
  });
});

describe('a test', () => {
  it('that succeeds lets the connection out', () => {
    expect(judgeTest(standing, null, 2_000)).toEqual({ ...standing, active: false });
  });

  it('that does not, is repeated a day later; a passing trouble is no new reason', () => {
    const later = { testAtMs: 2_000 + dayMs, active: true };
    expect(judgeTest(standing, error('source-unreachable'), 2_000)).toMatchObject({
      ...later,
      reason: standing.reason,
    });
    expect(judgeTest(standing, error('target-auth'), 2_000)).toMatchObject({ ...later, reason: error('target-auth') });
  });
});

describe('on record', () => {
  it('comes back as it was, for every reason', () => {
    for (const code of errorCodes) {
      const quarantine = { ...standing, reason: error(code) };
      expect(unpackQuarantine(JSON.parse(JSON.stringify(packQuarantine(quarantine))))).toEqual(quarantine);
    }
    expect(packQuarantine(null)).toBeNull();
  });

  it.each([undefined, null, 3, [], { code: 'gone' }, { code: 'source-auth', params: {}, sinceMs: '1' }])(
    'what is none (%j) counts as none',
    (stored) => {
      expect(unpackQuarantine(stored)).toBeNull();
    },
  );
});

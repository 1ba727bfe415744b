import { expect, it } from 'vitest';
import type { Health } from '../../../utils/messaging/schemas/health.ts';
import { diagnostics } from '../../../utils/ui/diagnostics.ts';
import { runData } from './samples.ts';

it('a file for whoever helps names nobody', () => {
  const run = runData({
    state: 'failed',
    findings: [
      {
        rule: 'mass-disable',
        verdict: 'needs-approval',
        blocks: 'disable',
        count: 40,
        of: 200,
        limit: { number: 20 },
        examples: ['Ada Secret'],
      },
    ],
    notices: [{ code: 'attribute-not-accepted', params: { attribute: 'Ada Secret' } }],
    error: { code: 'target-invalid', params: { detail: 'Ada Secret ada@secret.example' }, retryable: false },
  });
  const health: Health = {
    schedule: { kind: 'manual' },
    nextRunAt: null,
    pausedBecause: { code: 'secret-missing', params: { name: 'secret' }, retryable: false },
    timeZone: 'Europe/Secret',
    lastRun: run,
    recentRuns: [run],
    quarantine: null,
    inEscrow: 3,
    people: { inStep: 1, waiting: 2, needYou: 3 },
  };
  const text = diagnostics({
    version: '1.2.3',
    browser: 'Firefox',
    madeAt: '2026-11-24T12:00:00.000Z',
    connection: {
      nmbrs: {
        domain: 'secret',
        email: 'ada@secret.example',
        apiUrl: 'https://secret.example',
        customApi: true,
        hasToken: true,
      },
      target: { scimUrl: 'https://secret.example/scim', profile: 'javelo', hasToken: false },
    },
    health,
    runs: [run],
  });
  expect(text).not.toMatch(/secret(?!-missing)/i);
  expect(JSON.parse(text)).toMatchObject({
    version: '1.2.3',
    connection: { nmbrs: { customApi: true, hasToken: true }, javelo: { profile: 'javelo', hasToken: false } },
    health: { pausedBecause: 'secret-missing', inEscrow: 3 },
    runs: [{ state: 'failed', error: 'target-invalid', findings: [{ rule: 'mass-disable', count: 40 }] }],
  });
});

import { describe, expect, it } from 'vitest';
import type { GuardrailFinding } from '../../../utils/core/guardrails/guardrail.ts';
import type { IsoTime, RunId, SourceId } from '../../../utils/core/ids.ts';
import type { LogEntry } from '../../../utils/core/log/log-entry.ts';
import { noCounts, type Run } from '../../../utils/core/run/run.ts';
import { contract } from '../../../utils/messaging/contract.ts';
import { parseLiveRun } from '../../../utils/messaging/schemas/run.ts';
import { nextLiveRun, viewRun } from '../../../utils/platform/run-view.ts';

const at = '2026-11-24T00:00:00.000Z' as IsoTime;
const finding: GuardrailFinding = {
  rule: 'mass-disable',
  verdict: 'needs-approval',
  blocks: 'disable',
  count: 30,
  of: 200,
  limit: { percent: 10 },
  examples: ['Anna'],
};
const run: Run = {
  id: 'r1' as RunId,
  kind: 'initial',
  mode: 'live',
  trigger: 'manual',
  state: 'applying',
  startedAt: at,
  updatedAt: at,
  endedAt: null,
  sourceCursor: { secretLooking: 'cursor' },
  targetCursor: null,
  progress: { done: 10, total: 100 },
  notBeforeMs: 0,
  attempts: 0,
  counts: noCounts,
  requests: { source: 3, target: 4 },
  planHash: 'h',
  approvedHash: null,
  findings: [finding],
  notices: [{ code: 'soap-ends', params: { days: 97 } }],
  error: { code: 'source-busy', params: {}, retryable: true, retryAfterMs: 5 },
};
const entry: LogEntry = {
  runId: run.id,
  seq: 1,
  at,
  sourceId: '7' as SourceId,
  targetId: null,
  displayName: 'Anna',
  userName: 'anna@acme.example',
  companyName: 'Acme',
  outcome: 'updated',
  reason: 'attributes-differ',
  params: {},
  match: { by: 'userName', value: 'anna@acme.example' },
  modified: [{ attribute: 'title', from: null, to: 'Baker' }],
  retryAt: null,
  error: null,
};

describe('the contract', () => {
  it('carries a run unchanged, without what only the engine needs', () => {
    const travelled = JSON.parse(JSON.stringify(viewRun(run)));
    expect(contract['runs.list'].response.parse([travelled])).toEqual([travelled]);
    expect(JSON.stringify(travelled)).not.toContain('secretLooking');
  });

  it('carries a log row unchanged', () => {
    const travelled = JSON.parse(JSON.stringify({ entries: [entry], next: { seq: 1 } }));
    expect(contract['log.query'].response.parse(travelled)).toEqual({ entries: [entry], next: { seq: 1 } });
  });

  it('lets no content script touch secrets, connections, runs, hosts or the choice of the way', () => {
    const guarded = Object.entries(contract).filter(([name]) =>
      /^(secrets|connection|runs|log|permissions|privacy|way)\./.test(name),
    );
    expect(guarded.length).toBeGreaterThan(15);
    for (const [name, { from }] of guarded) expect([name, ...from]).toEqual([name, 'page']);
  });

  it('has no secret in any answer', () => {
    const view = { domain: 'a', email: 'e', apiUrl: 'u', customApi: false, hasToken: true, token: 's3cret' };
    const parsed = contract['connection.get'].response.parse({ nmbrs: view, target: null });
    expect(JSON.stringify(parsed)).not.toContain('s3cret');
  });
});

describe('the published run', () => {
  it('survives the session storage, and what is damaged is nothing', () => {
    const live = nextLiveRun(run, null, 1_000);
    expect(parseLiveRun(JSON.parse(JSON.stringify(live)))).toEqual(live);
    for (const damaged of [undefined, null, {}, { run: {}, phase: {} }, { ...live, phase: null }]) {
      expect(parseLiveRun(damaged)).toBeNull();
    }
  });

  it('keeps the beginning of a phase until the state changes', () => {
    const first = nextLiveRun(run, null, 1_000);
    const later = nextLiveRun({ ...run, progress: { done: 20, total: 100 } }, first, 5_000);
    expect(later.phase).toEqual({ startedAtMs: 1_000, doneAtStart: 10 });
    const next = nextLiveRun({ ...run, state: 'planning', progress: { done: 0, total: 0 } }, later, 9_000);
    expect(next.phase).toEqual({ startedAtMs: 9_000, doneAtStart: 0 });
  });

  it('begins anew for another run, and when a list is read from the start again', () => {
    const first = nextLiveRun(run, null, 1_000);
    expect(nextLiveRun({ ...run, id: 'r2' as RunId }, first, 2_000).phase.startedAtMs).toBe(2_000);
    expect(nextLiveRun({ ...run, progress: { done: 0, total: 100 } }, first, 3_000).phase).toEqual({
      startedAtMs: 3_000,
      doneAtStart: 0,
    });
  });
});

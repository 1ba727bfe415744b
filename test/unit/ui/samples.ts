import { noCounts } from '../../../utils/core/run/run.ts';
import type { RunData } from '../../../utils/messaging/schemas/run.ts';

/** A run as pages see it, all ordinary but for what is given. */
export function runData(given: Partial<RunData> = {}): RunData {
  return {
    id: 'r1',
    kind: 'initial',
    mode: 'live',
    trigger: 'manual',
    state: 'succeeded',
    startedAt: '2026-11-24T12:00:00.000Z',
    updatedAt: '2026-11-24T12:00:10.000Z',
    endedAt: '2026-11-24T12:00:10.000Z',
    progress: { done: 0, total: 0 },
    notBeforeMs: 0,
    counts: noCounts,
    requests: { source: 0, target: 0 },
    planHash: null,
    approvedHash: null,
    findings: [],
    notices: [],
    error: null,
    ...given,
  };
}

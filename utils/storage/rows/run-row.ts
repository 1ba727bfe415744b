import type { GuardrailFinding } from '../../core/guardrails/guardrail.ts';
import { outcomes } from '../../core/log/log-entry.ts';
import { type Run, type RunEnding, type RunTask, type RunWork, runStates } from '../../core/run/run.ts';
import { z } from '../../zod.ts';
import { attributeName } from './attribute-rows.ts';
import { errorInfo, isoTime, json, notice, runId, sourceId } from './scalar-rows.ts';

const finding: z.ZodMiniType<GuardrailFinding> = z.object({
  rule: z.enum([
    'source-empty',
    'source-shrunken',
    'source-incomplete',
    'company-missing',
    'target-suddenly-empty',
    'mass-create',
    'mass-update',
    'mass-rename',
    'mass-manager-change',
    'mass-disable',
  ]),
  verdict: z.enum(['refused', 'needs-approval', 'notice']),
  blocks: z.nullable(z.enum(['create', 'update', 'disable'])),
  count: z.number(),
  of: z.number(),
  limit: z.union([z.object({ number: z.number() }), z.object({ percent: z.number() })]),
  examples: z.array(z.string()),
});

export const runEnding: z.ZodMiniType<RunEnding> = z.object({
  state: z.enum(['failed', 'cancelled']),
  outcome: z.enum(['waiting', 'failed']),
  error: errorInfo,
  retryAt: z.nullable(isoTime),
});

const tally = z.object({ refused: z.number(), taken: z.number() });

const work: z.ZodMiniType<RunWork> = z.object({
  sourcePages: z.number(),
  targetPages: z.number(),
  listRestarts: z.number(),
  attributes: z.partialRecord(attributeName, tally) as z.ZodMiniType<RunWork['attributes']>,
  shown: z._default(z.array(attributeName), []),
  onTrial: z._default(z.array(attributeName), []),
  held: z.number(),
  counted: z.nullable(z.object({ people: z.number(), accounts: z.number() })),
  unanswered: z.number(),
  ending: z.nullable(runEnding),
});

const task: z.ZodMiniType<RunTask> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), sourceId }),
  z.object({ kind: z.literal('undo'), of: runId }),
  z.object({ kind: z.literal('drift') }),
]);

export const runRow: z.ZodMiniType<Run> = z.object({
  id: runId,
  kind: z.enum(['initial', 'incremental']),
  mode: z.enum(['dry', 'live']),
  trigger: z.enum(['manual', 'schedule', 'headless']),
  state: z.enum(runStates),
  startedAt: isoTime,
  updatedAt: isoTime,
  endedAt: z.nullable(isoTime),
  sourceCursor: json,
  targetCursor: json,
  progress: z.object({ done: z.number(), total: z.number() }),
  notBeforeMs: z.number(),
  attempts: z.number(),
  counts: z.record(z.enum(outcomes), z.number()),
  requests: z.object({ source: z.number(), target: z.number() }),
  planHash: z.nullable(z.string()),
  approvedHash: z.nullable(z.string()),
  findings: z.array(finding),
  notices: z.array(notice),
  estimate: z.exactOptional(z.object({ requests: z.number(), durationMs: z.number() })),
  against: z.exactOptional(z.literal('nothing')),
  error: z.nullable(errorInfo),
  task: z.exactOptional(task),
  work: z.exactOptional(work),
});

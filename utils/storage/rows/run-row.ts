import type { GuardrailFinding } from '../../core/guardrails/guardrail.ts';
import { outcomes } from '../../core/log/log-entry.ts';
import { type Run, type RunEnding, type RunTask, type RunWork, runStates } from '../../core/run/run.ts';
import { z } from '../../zod.ts';
import { attributeName } from './attribute-rows.ts';
import { errorInfo, isoTime, json, notice, runId, sourceId } from './scalar-rows.ts';

const finding: z.ZodType<GuardrailFinding> = z.object({
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
  blocks: z.enum(['create', 'update', 'disable']).nullable(),
  count: z.number(),
  of: z.number(),
  limit: z.union([z.object({ number: z.number() }), z.object({ percent: z.number() })]),
  examples: z.array(z.string()),
});

export const runEnding: z.ZodType<RunEnding> = z.object({
  state: z.enum(['failed', 'cancelled']),
  outcome: z.enum(['waiting', 'failed']),
  error: errorInfo,
  retryAt: isoTime.nullable(),
});

const tally = z.object({ refused: z.number(), taken: z.number() });

const work: z.ZodType<RunWork> = z.object({
  sourcePages: z.number(),
  targetPages: z.number(),
  listRestarts: z.number(),
  attributes: z.partialRecord(attributeName, tally) as z.ZodType<RunWork['attributes']>,
  shown: z.array(attributeName).default([]),
  onTrial: z.array(attributeName).default([]),
  held: z.number(),
  counted: z.object({ people: z.number(), accounts: z.number() }).nullable(),
  unanswered: z.number(),
  ending: runEnding.nullable(),
});

const task: z.ZodType<RunTask> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), sourceId }),
  z.object({ kind: z.literal('undo'), of: runId }),
  z.object({ kind: z.literal('drift') }),
]);

export const runRow: z.ZodType<Run> = z.object({
  id: runId,
  kind: z.enum(['initial', 'incremental']),
  mode: z.enum(['dry', 'live']),
  trigger: z.enum(['manual', 'schedule', 'headless']),
  state: z.enum(runStates),
  startedAt: isoTime,
  updatedAt: isoTime,
  endedAt: isoTime.nullable(),
  sourceCursor: json,
  targetCursor: json,
  progress: z.object({ done: z.number(), total: z.number() }),
  notBeforeMs: z.number(),
  attempts: z.number(),
  counts: z.record(z.enum(outcomes), z.number()),
  requests: z.object({ source: z.number(), target: z.number() }),
  planHash: z.string().nullable(),
  approvedHash: z.string().nullable(),
  findings: z.array(finding),
  notices: z.array(notice),
  estimate: z.object({ requests: z.number(), durationMs: z.number() }).exactOptional(),
  against: z.literal('nothing').exactOptional(),
  error: errorInfo.nullable(),
  task: task.exactOptional(),
  work: work.exactOptional(),
});

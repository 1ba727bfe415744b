import { outcomes } from '../../core/log/log-entry.ts';
import { runStates } from '../../core/run/run.ts';
import { z } from '../../zod.ts';
import { errorInfoSchema } from './error.ts';
import { jsonSchema } from './json.ts';

const count = z.int().check(z.nonnegative());

export const runIdSchema = z.string().check(z.minLength(1), z.maxLength(100));

export const guardrailRules = [
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
] as const;

const findingSchema = z.object({
  rule: z.enum(guardrailRules),
  verdict: z.enum(['refused', 'needs-approval', 'notice']),
  blocks: z.nullable(z.enum(['create', 'update', 'disable'])),
  count,
  of: count,
  limit: z.union([z.object({ number: z.number() }), z.object({ percent: z.number() })]),
  examples: z.readonly(z.array(z.string())),
});

export const runViewSchema = z.object({
  id: z.string(),
  kind: z.enum(['initial', 'incremental']),
  mode: z.enum(['dry', 'live']),
  trigger: z.enum(['manual', 'schedule', 'headless']),
  state: z.enum(runStates),
  startedAt: z.string(),
  updatedAt: z.string(),
  endedAt: z.nullable(z.string()),
  progress: z.object({ done: z.number(), total: z.number() }),
  notBeforeMs: z.number(),
  counts: z.record(z.enum(outcomes), count),
  requests: z.object({ source: count, target: count }),
  planHash: z.nullable(z.string()),
  approvedHash: z.nullable(z.string()),
  findings: z.readonly(z.array(findingSchema)),
  notices: z.readonly(z.array(z.object({ code: z.string(), params: z.record(z.string(), jsonSchema) }))),
  estimate: z.exactOptional(z.object({ requests: count, durationMs: z.number() })),
  against: z.exactOptional(z.literal('nothing')),
  /** Absent = about everyone. */
  task: z.exactOptional(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), sourceId: z.string() }),
      z.object({ kind: z.literal('undo'), of: z.string() }),
      z.object({ kind: z.literal('drift') }),
    ]),
  ),
  error: z.nullable(errorInfoSchema),
});

export const liveRunSchema = z.object({
  run: runViewSchema,
  phase: z.object({ startedAtMs: z.number(), doneAtStart: z.number() }),
});

/** What is published under the session key, or null for anything that is none (an older version's, a damaged one). */
export function parseLiveRun(value: unknown): LiveRunData | null {
  const parsed = liveRunSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export type RunData = z.infer<typeof runViewSchema>;
export type LiveRunData = z.infer<typeof liveRunSchema>;

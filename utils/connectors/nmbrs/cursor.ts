import { CompanionError, type ErrorInfo } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import { personAttributes } from '../../core/person.ts';
import { z } from '../../zod.ts';

const errorInfo = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  retryable: z.boolean(),
  retryAfterMs: z.optional(z.number()),
}) as unknown as z.ZodMiniType<ErrorInfo>;

const schema = z.object({
  version: z.literal(1),
  stage: z.enum(['companies', 'managers', 'asking']),
  debtors: z.array(z.string()),
  companies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** `null` = not asked yet. */
      answered: z.nullable(z.boolean()),
      people: z.number(),
    }),
  ),
  unread: z.array(z.object({ attribute: z.enum(personAttributes), error: errorInfo })),
  notices: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.json()) })),
  calls: z.number(),
  /** Active people (id-list.ts), for whom a manager is due; in the stage `asking` those that are still to be asked for. */
  people: z.string(),
  /** Of them those who are new or whose place changed since their manager was learnt. */
  changed: z.string(),
  /** How many people the stage `asking` began with. */
  toAsk: z.number(),
  /** The background report under way, and since when it is waited for; `null` = none, or given up. */
  report: z.nullable(z.object({ taskId: z.string(), waitingSinceMs: z.nullable(z.number()), polls: z.number() })),
  /** How many more companies this run may ask for their successor ids. */
  successorCalls: z.number(),
});

/** Where a read stands: plain JSON, from which any process goes on. */
export type NmbrsCursor = z.infer<typeof schema>;

/** Throws CompanionError `internal` for what no version of this connector wrote: such a run has to begin again. */
export function parseCursor(cursor: Json): NmbrsCursor {
  const parsed = schema.safeParse(cursor);
  if (parsed.success) return parsed.data;
  throw new CompanionError('internal', { name: 'NmbrsCursor', path: parsed.error.issues[0]?.path.join('.') ?? '' });
}

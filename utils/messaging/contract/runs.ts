import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { liveRunSchema, runIdSchema, runViewSchema } from '../schemas/run.ts';

/** Starting, watching and deciding about runs. Nothing here waits for a synchronisation (design.md rule 4). */
export const runsContract = {
  'runs.start': {
    from: page,
    // `against: 'nothing'`: a preview without the target, whose rows are the import file's (utils/export).
    request: z.object({ mode: z.enum(['dry', 'live']), against: z.exactOptional(z.literal('nothing')) }),
    response: z.object({ runId: runIdSchema }),
  },
  'runs.active': { from: page, request: z.null(), response: z.nullable(liveRunSchema) },
  'runs.list': {
    from: page,
    request: z.object({ limit: z.int().check(z.gte(1), z.lte(200)) }),
    response: z.readonly(z.array(runViewSchema)),
  },
  'runs.get': {
    from: page,
    request: z.object({ runId: runIdSchema }),
    response: z.nullable(z.object({ run: runViewSchema, needYou: z.int().check(z.nonnegative()) })),
  },
  'runs.approve': {
    from: page,
    request: z.object({ runId: runIdSchema, planHash: z.string().check(z.minLength(1), z.maxLength(200)) }),
    response: z.null(),
  },
  /** A run that takes an earlier one back; with mode `dry` it only shows what that would be. */
  'runs.undo': {
    from: page,
    request: z.object({ runId: runIdSchema, mode: z.enum(['dry', 'live']) }),
    response: z.object({ runId: runIdSchema }),
  },
  'runs.cancel': { from: page, request: z.object({ runId: runIdSchema }), response: z.null() },
} as const satisfies Record<string, ContractEntry>;

import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { liveRunSchema, runIdSchema, runViewSchema } from '../schemas/run.ts';

/** Starting, watching and deciding about runs. Nothing here waits for a synchronisation (design.md rule 4). */
export const runsContract = {
  'runs.start': {
    from: page,
    // `against: 'nothing'`: a preview without the target, whose rows are the import file's (utils/export).
    request: z.object({ mode: z.enum(['dry', 'live']), against: z.literal('nothing').exactOptional() }),
    response: z.object({ runId: runIdSchema }),
  },
  'runs.active': { from: page, request: z.null(), response: liveRunSchema.nullable() },
  'runs.list': {
    from: page,
    request: z.object({ limit: z.number().int().min(1).max(200) }),
    response: z.array(runViewSchema).readonly(),
  },
  'runs.get': {
    from: page,
    request: z.object({ runId: runIdSchema }),
    response: z.object({ run: runViewSchema, needYou: z.number().int().nonnegative() }).nullable(),
  },
  'runs.approve': {
    from: page,
    request: z.object({ runId: runIdSchema, planHash: z.string().min(1).max(200) }),
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

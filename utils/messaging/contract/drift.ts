import { accountAttributes } from '../../core/account.ts';
import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { jsonSchema } from '../schemas/json.ts';
import { sourceIdSchema } from '../schemas/people.ts';
import { runIdSchema } from '../schemas/run.ts';

const value = z.nullable(z.union([z.string(), z.boolean()]));
const attribute = z.enum(accountAttributes);

const driftPageSchema = z.object({
  /** When the target was last compared; null = never. */
  report: z.nullable(z.object({ runId: z.string(), at: z.string() })),
  items: z.readonly(
    z.array(
      z.object({
        sourceId: z.string(),
        targetId: z.string(),
        displayName: z.string(),
        userName: z.string(),
        /** The account is not in Javelo any more; the next run makes a new one. */
        isGone: z.boolean(),
        differences: z.readonly(
          z.array(
            z.object({
              attribute,
              applied: value,
              found: value,
              /** Whether it may be left to Javelo at all. */
              canBeLeft: z.boolean(),
              /** null = it is set back by the next run. */
              decision: z.nullable(z.object({ choice: z.enum(['accept', 'ignore']), until: z.nullable(z.string()) })),
            }),
          ),
        ),
      }),
    ),
  ),
  /** How many differ on all pages. */
  total: z.int().check(z.nonnegative()),
  next: jsonSchema,
});

/** What in Javelo differs from what was last written, and what is to become of it. */
export const driftContract = {
  /** A run that reads Javelo only. */
  'drift.start': { from: page, request: z.null(), response: z.object({ runId: runIdSchema }) },
  'drift.get': {
    from: page,
    request: z.object({ limit: z.int().check(z.gte(1), z.lte(200)), cursor: z.exactOptional(jsonSchema) }),
    response: driftPageSchema,
  },
  'drift.decide': {
    from: page,
    request: z.object({
      sourceId: sourceIdSchema,
      attribute,
      decision: z.discriminatedUnion('choice', [
        z.object({ choice: z.literal('restore') }),
        z.object({ choice: z.literal('accept') }),
        z.object({ choice: z.literal('ignore'), months: z.literal([3, 6, 12]) }),
      ]),
    }),
    response: z.null(),
  },
} as const satisfies Record<string, ContractEntry>;

import { accountAttributes } from '../../core/account.ts';
import { outcomes } from '../../core/log/log-entry.ts';
import { reasonCodes } from '../../core/plan/change.ts';
import { z } from '../../zod.ts';
import { errorInfoSchema, reasonParamsSchema } from './error.ts';
import { jsonSchema } from './json.ts';

const modifiedValue = z.nullable(z.union([z.string(), z.boolean()]));

export const logEntrySchema = z.object({
  runId: z.string(),
  seq: z.number(),
  at: z.string(),
  sourceId: z.nullable(z.string()),
  targetId: z.nullable(z.string()),
  displayName: z.string(),
  userName: z.nullable(z.string()),
  companyName: z.nullable(z.string()),
  outcome: z.enum(outcomes),
  reason: z.enum(reasonCodes),
  params: reasonParamsSchema,
  match: z.nullable(
    z.union([
      z.object({ by: z.literal('link') }),
      z.object({ by: z.enum(['externalId', 'employeeNumber', 'userName']), value: z.string() }),
    ]),
  ),
  modified: z.readonly(
    z.array(z.object({ attribute: z.enum(accountAttributes), from: modifiedValue, to: modifiedValue })),
  ),
  retryAt: z.nullable(z.string()),
  error: z.nullable(errorInfoSchema),
});

export const logQuerySchema = z.object({
  runId: z.exactOptional(z.string().check(z.maxLength(100))),
  outcomes: z.exactOptional(z.readonly(z.array(z.enum(outcomes)))),
  /** Only people for whom somebody has to act. */
  attention: z.exactOptional(z.boolean()),
  text: z.exactOptional(z.string().check(z.maxLength(200))),
  cursor: z.exactOptional(jsonSchema),
  limit: z.int().check(z.gte(1), z.lte(500)),
});

export const logPageSchema = z.object({ entries: z.readonly(z.array(logEntrySchema)), next: jsonSchema });

export type LogRow = z.infer<typeof logEntrySchema>;

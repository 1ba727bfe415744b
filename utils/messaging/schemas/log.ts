import { accountAttributes } from '../../core/account.ts';
import { outcomes } from '../../core/log/log-entry.ts';
import { reasonCodes } from '../../core/plan/change.ts';
import { z } from '../../zod.ts';
import { errorInfoSchema, reasonParamsSchema } from './error.ts';
import { jsonSchema } from './json.ts';

const modifiedValue = z.union([z.string(), z.boolean()]).nullable();

export const logEntrySchema = z.object({
  runId: z.string(),
  seq: z.number(),
  at: z.string(),
  sourceId: z.string().nullable(),
  targetId: z.string().nullable(),
  displayName: z.string(),
  userName: z.string().nullable(),
  companyName: z.string().nullable(),
  outcome: z.enum(outcomes),
  reason: z.enum(reasonCodes),
  params: reasonParamsSchema,
  match: z
    .union([
      z.object({ by: z.literal('link') }),
      z.object({ by: z.enum(['externalId', 'employeeNumber', 'userName']), value: z.string() }),
    ])
    .nullable(),
  modified: z
    .array(z.object({ attribute: z.enum(accountAttributes), from: modifiedValue, to: modifiedValue }))
    .readonly(),
  retryAt: z.string().nullable(),
  error: errorInfoSchema.nullable(),
});

export const logQuerySchema = z.object({
  runId: z.string().max(100).exactOptional(),
  outcomes: z.array(z.enum(outcomes)).readonly().exactOptional(),
  /** Only people for whom somebody has to act. */
  attention: z.boolean().exactOptional(),
  text: z.string().max(200).exactOptional(),
  cursor: jsonSchema.exactOptional(),
  limit: z.number().int().min(1).max(500),
});

export const logPageSchema = z.object({ entries: z.array(logEntrySchema).readonly(), next: jsonSchema });

export type LogRow = z.infer<typeof logEntrySchema>;
export type LogQueryData = z.infer<typeof logQuerySchema>;

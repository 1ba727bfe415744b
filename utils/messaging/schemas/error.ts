import { errorCodes } from '../../core/errors.ts';
import { z } from '../../zod.ts';

const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const errorInfoSchema = z.object({
  code: z.enum(errorCodes),
  params,
  retryable: z.boolean(),
  retryAfterMs: z.exactOptional(z.number()),
});

export const reasonParamsSchema = params;

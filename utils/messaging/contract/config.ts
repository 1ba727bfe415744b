import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { jsonSchema } from '../schemas/json.ts';

const longestFile = 600_000;

const configImportSchema = z.object({
  from: z.object({ product: z.string(), exportedAt: z.string() }),
  differences: z.readonly(
    z.array(z.object({ path: z.string(), before: z.exactOptional(jsonSchema), after: z.exactOptional(jsonSchema) })),
  ),
  applied: z.boolean(),
});

/** The admin's choices as a file, without any address or secret. */
export const configContract = {
  'config.export': {
    from: page,
    request: z.null(),
    response: z.object({ fileName: z.string(), text: z.string() }),
  },
  /** With `apply: false` it only tells what would change; nothing is ever taken over in part. */
  'config.import': {
    from: page,
    longest: longestFile + 1_000,
    request: z.object({ text: z.string().check(z.maxLength(longestFile)), apply: z.boolean() }),
    response: configImportSchema,
  },
} as const satisfies Record<string, ContractEntry>;

import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { jsonSchema } from '../schemas/json.ts';
import { logPageSchema, logQuerySchema } from '../schemas/log.ts';
import { sourceIdSchema } from '../schemas/people.ts';

/** Reading the provisioning log. */
export const logContract = {
  'log.query': { from: page, request: logQuerySchema, response: logPageSchema },
  /** A part of the log as a file; the texts of all parts in their order are the whole. `next: null` = that was the last. */
  'log.export': {
    from: page,
    request: z.extend(z.omit(logQuerySchema, { limit: true, cursor: true }), {
      format: z.enum(['csv', 'json']),
      cursor: z.exactOptional(jsonSchema),
    }),
    response: z.object({ text: z.string(), next: jsonSchema }),
  },
  /**
   * Everything the companion keeps about one person. As long as Nmbrs lists the person, the next run reads them again; with `exclude`
   * the scope leaves them out from then on.
   */
  'log.erasePerson': {
    from: page,
    request: z.object({ sourceId: sourceIdSchema, exclude: z.boolean() }),
    response: z.object({ rows: z.number() }),
  },
} as const satisfies Record<string, ContractEntry>;

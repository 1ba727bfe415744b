import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { errorInfoSchema } from '../schemas/error.ts';
import { healthSchema } from '../schemas/health.ts';

/** How the synchronisation is, and testing a connection that is in quarantine. */
export const healthContract = {
  'health.get': { from: page, request: z.null(), response: healthSchema },
  'quarantine.test': {
    from: page,
    request: z.null(),
    response: z.object({ ok: z.boolean(), error: z.nullable(errorInfoSchema) }),
  },
} as const satisfies Record<string, ContractEntry>;

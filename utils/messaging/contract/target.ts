import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { overridesSchema, targetProfileSchema } from '../schemas/target.ts';

/** How the target is spoken to. Throws `not-connected` where there is none. */
export const targetContract = {
  'target.profile': { from: page, request: z.null(), response: targetProfileSchema },
  /** Replaces all overrides; `target-profile` names the setting that cannot be so. */
  'target.saveProfile': {
    from: page,
    request: z.object({ overrides: overridesSchema }),
    response: targetProfileSchema,
  },
  /** Forgets what was found out and what was not accepted: the next run finds out anew. */
  'target.findOutAgain': { from: page, request: z.null(), response: targetProfileSchema },
} as const satisfies Record<string, ContractEntry>;

import {
  keepLogDaysSchema,
  limitsSchema,
  mappingSchema,
  policySettingsSchema,
  scopeSchema,
} from '../../schemas/policy.ts';
import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';

// Thousands of people may be excluded by name.
const longest = 600_000;

/** What the admin decides about runs. Saving answers with everything as it then is. */
export const settingsContract = {
  'settings.get': { from: page, request: z.null(), response: policySettingsSchema },
  'settings.savePolicy': {
    from: page,
    request: z.object({ policy: limitsSchema, keepLogDays: keepLogDaysSchema }),
    response: policySettingsSchema,
  },
  'settings.saveScope': {
    from: page,
    longest,
    request: z.object({ scope: scopeSchema }),
    response: policySettingsSchema,
  },
  'settings.saveMapping': { from: page, request: z.object({ mapping: mappingSchema }), response: policySettingsSchema },
} as const satisfies Record<string, ContractEntry>;

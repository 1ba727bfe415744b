import { scheduleSchema } from '../../schemas/schedule.ts';
import { z } from '../../zod.ts';
import { type ContractEntry, page } from '../contract-entry.ts';
import { scheduleViewSchema } from '../schemas/schedule.ts';

/** When the companion synchronises by itself. */
export const scheduleContract = {
  'schedule.get': { from: page, request: z.null(), response: scheduleViewSchema },
  'schedule.save': { from: page, request: z.object({ schedule: scheduleSchema }), response: scheduleViewSchema },
} as const satisfies Record<string, ContractEntry>;

import { dayTime, type Schedule, scheduleHours } from '../core/schedule/schedule.ts';
import { z } from '../zod.ts';

/** `daily.at` is a time of the wall clock, `HH:MM` on 24 hours. */
export const scheduleSchema: z.ZodMiniType<Schedule> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('manual') }),
  z.object({ kind: z.literal('every'), hours: z.int().check(z.gte(scheduleHours.least), z.lte(scheduleHours.most)) }),
  z.object({ kind: z.literal('daily'), at: z.string().check(z.regex(dayTime)) }),
]);

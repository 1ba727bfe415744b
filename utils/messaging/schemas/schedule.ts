import { dayTime, scheduleHours } from '../../core/schedule.ts';
import { z } from '../../zod.ts';
import { errorInfoSchema } from './error.ts';

/** `daily.at` is a time of the wall clock, `HH:MM` on 24 hours. */
export const scheduleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('manual') }),
  z.object({ kind: z.literal('every'), hours: z.number().int().min(scheduleHours.least).max(scheduleHours.most) }),
  z.object({ kind: z.literal('daily'), at: z.string().regex(dayTime) }),
]);

export const scheduleViewSchema = z.object({
  schedule: scheduleSchema,
  /** When the next run begins by itself; null = never, or not before the connection leaves quarantine. */
  nextRunAt: z.string().nullable(),
  /** Why the schedule stands still until the admin acts; null = it does not. */
  pausedBecause: errorInfoSchema.nullable(),
  /** By which the times are meant (IANA name). */
  timeZone: z.string(),
});
export type ScheduleView = z.infer<typeof scheduleViewSchema>;

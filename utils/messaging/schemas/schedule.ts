import { scheduleSchema } from '../../schemas/schedule.ts';
import { z } from '../../zod.ts';
import { errorInfoSchema } from './error.ts';

export const scheduleViewSchema = z.object({
  schedule: scheduleSchema,
  /** When the next run begins by itself; null = never, or not before the connection leaves quarantine. */
  nextRunAt: z.nullable(z.string()),
  /** Why the schedule stands still until the admin acts; null = it does not. */
  pausedBecause: z.nullable(errorInfoSchema),
  /** By which the times are meant (IANA name). */
  timeZone: z.string(),
});
export type ScheduleView = z.infer<typeof scheduleViewSchema>;

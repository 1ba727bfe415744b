import { z } from '../../zod.ts';
import { errorInfoSchema } from './error.ts';
import { runViewSchema } from './run.ts';
import { scheduleViewSchema } from './schedule.ts';

const count = z.number().int().nonnegative();

const runBrief = runViewSchema.pick({
  id: true,
  mode: true,
  trigger: true,
  state: true,
  startedAt: true,
  endedAt: true,
  counts: true,
  error: true,
});

/** How the synchronisation is, in one answer. */
export const healthSchema = scheduleViewSchema.extend({
  /** The newest run that has ended. */
  lastRun: runBrief.nullable(),
  /** The last five, newest first; the newest may still be at work or wait for an approval. */
  recentRuns: z.array(runBrief).readonly(),
  quarantine: z.object({ reason: errorInfoSchema, since: z.string(), nextTestAt: z.string() }).nullable(),
  /** People whose change failed and who are tried again by themselves. */
  inEscrow: count,
  /** As the last live run that had people left it. */
  people: z.object({ inStep: count, waiting: count, needYou: count }).nullable(),
});
export type Health = z.infer<typeof healthSchema>;

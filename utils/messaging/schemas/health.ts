import { z } from '../../zod.ts';
import { errorInfoSchema } from './error.ts';
import { runViewSchema } from './run.ts';
import { scheduleViewSchema } from './schedule.ts';

const count = z.int().check(z.nonnegative());

const runBrief = z.pick(runViewSchema, {
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
export const healthSchema = z.extend(scheduleViewSchema, {
  /** The newest run that has ended. */
  lastRun: z.nullable(runBrief),
  /** The last five, newest first; the newest may still be at work or wait for an approval. */
  recentRuns: z.readonly(z.array(runBrief)),
  quarantine: z.nullable(z.object({ reason: errorInfoSchema, since: z.string(), nextTestAt: z.string() })),
  /** People whose change failed and who are tried again by themselves. */
  inEscrow: count,
  /** As the last live run that had people left it. */
  people: z.nullable(z.object({ inStep: count, waiting: count, needYou: count })),
});
export type Health = z.infer<typeof healthSchema>;

import { composeHeadless } from '../../utils/headless/compose.ts';
import type { HeadlessOptions } from '../../utils/headless/options.ts';
import { synchronise } from '../../utils/headless/synchronise.ts';
import { createFastClock } from './fast-clock.ts';

/** One call of the headless command, on a fast clock. */
export interface Job {
  readonly options: HeadlessOptions;
  readonly clockStartMs: number;
}

/** How it ended; `error` = the code of what it threw. */
export interface JobEnd {
  readonly state: string | null;
  readonly planHash: string | null;
  readonly runId: string | null;
  /** When the run began, on the fast clock; it may have been in an earlier life. */
  readonly startedAt: string | null;
  readonly error: string | null;
}

async function work({ options, clockStartMs }: Job): Promise<JobEnd> {
  const clock = createFastClock(clockStartMs);
  const { engine, journal, close } = composeHeadless(options, clock, () => {});
  try {
    const run = await synchronise({ engine, journal }, options, clock, new AbortController().signal);
    const { id: runId, state, planHash, startedAt } = run;
    return { state, planHash, runId, startedAt, error: run.error?.code ?? null };
  } finally {
    close();
  }
}

process.on('message', (job: Job) => {
  process.send?.('began');
  work(job)
    .catch((error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { state: null, planHash: null, runId: null, startedAt: null, error: text };
    })
    .then((end) => process.send?.(end));
});
process.send?.('ready');

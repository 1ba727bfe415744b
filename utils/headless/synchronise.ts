import { CompanionError } from '../core/errors.ts';
import type { Run } from '../core/run/run.ts';
import type { Clock } from '../ports/clock.ts';
import type { Headless } from './compose.ts';
import type { HeadlessOptions } from './options.ts';

/**
 * Goes on with the run that a call before this one left, or does a new one, through every wait, until it is over, waits for
 * an approval, or the signal ends it. Throws `run-active` where a dry run is asked for while a live one is open.
 */
export async function synchronise(
  { engine, journal }: Pick<Headless, 'engine' | 'journal'>,
  { dryRun, approve, xlsx }: Pick<HeadlessOptions, 'dryRun' | 'approve' | 'xlsx'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Run> {
  if (xlsx !== null) {
    // What a call before this one has begun is finished first.
    if (await journal.activeRun().catch(() => null)) await work({ engine, journal }, clock, signal);
    await engine.start({ mode: 'dry', trigger: 'headless', against: 'nothing' });
    return work({ engine, journal }, clock, signal);
  }
  const open = await journal.activeRun().catch(() => null);
  if (open && dryRun && open.mode === 'live' && open.state !== 'awaiting-approval') {
    throw new CompanionError('run-active', { run: open.id });
  }
  const isApproved = open?.state === 'awaiting-approval' && approve !== null && open.planHash === approve;
  if (open && isApproved) {
    await engine.approve(open.id, approve);
  } else if (open?.mode === 'dry' && !dryRun) {
    await engine.cancel(open.id);
    await work({ engine, journal }, clock, signal);
    await engine.start({ mode: 'live', trigger: 'headless' });
  } else {
    await engine.start({ mode: dryRun ? 'dry' : 'live', trigger: 'headless' });
  }
  const run = await work({ engine, journal }, clock, signal);
  if (run.state !== 'awaiting-approval' || run.planHash === null || run.planHash !== approve) return run;
  await engine.approve(run.id, approve);
  return work({ engine, journal }, clock, signal);
}

async function work(
  { engine, journal }: Pick<Headless, 'engine' | 'journal'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Run> {
  for (;;) {
    const rest = await engine.resume(signal);
    if (rest.state === 'ended' || rest.state === 'awaiting-approval') return rest.run;
    if (signal.aborted || rest.state === 'idle') return lastRun(journal);
    if (rest.state === 'busy') throw new CompanionError('run-active');
    await clock.sleepUntil(rest.untilMs, signal);
  }
}

/** The run as another process, or the end of this one, has left it. */
async function lastRun(journal: Headless['journal']): Promise<Run> {
  const [run] = await journal.listRuns(1);
  if (!run) throw new CompanionError('internal', { name: 'no-run' });
  return run;
}

import { hasEnded } from '../core/run/run.ts';
import type { LiveRunData, RunData } from '../messaging/schemas/run.ts';
import type { RunStatus, RunSummary } from './use-run.ts';

/** What the page of a run shows: how far it is, or what became of it (or waits for the admin). */
export type ShownRun =
  | { readonly kind: 'working'; readonly run: RunData; readonly live: LiveRunData }
  | { readonly kind: 'told'; readonly run: RunData; readonly needYou: number };

/**
 * One answer out of the three places that know of a run: what is published while it goes on, the newest run that is over, and
 * `record`, which was read from the journal some time ago and may be behind both. Counts of a run under way are no outcome,
 * whichever place they come from.
 */
export function shownRun(
  record: RunSummary,
  { live, latest }: Pick<RunStatus, 'live' | 'latest'>,
  nowMs: number,
): ShownRun {
  const { id } = record.run;
  const newest =
    latest?.run.id === id ? latest : live?.run.id === id ? { run: live.run, needYou: record.needYou } : record;
  const { run, needYou } = newest;
  if (hasEnded(run) || run.state === 'awaiting-approval') return { kind: 'told', run, needYou };
  // Without what was published nobody knows since when it is at this: then no time left is told.
  const phase = { startedAtMs: nowMs, doneAtStart: run.progress.done };
  return { kind: 'working', run, live: live?.run.id === id ? live : { run, phase } };
}

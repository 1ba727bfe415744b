import { background } from '../messaging/background-client.ts';
import type { RunData } from '../messaging/schemas/run.ts';

/**
 * Carries out what a plan shows, and gives the id of the run that does it: the waiting run itself once it is approved, else a
 * live run of the same task as the preview's.
 */
export async function applyPlan(run: RunData): Promise<string> {
  if (run.state === 'awaiting-approval') {
    if (run.planHash !== null) await background('runs.approve', { runId: run.id, planHash: run.planHash });
    return run.id;
  }
  const { task } = run;
  if (task?.kind === 'undo') return (await background('runs.undo', { runId: task.of, mode: 'live' })).runId;
  if (task?.kind === 'person') {
    return (await background('people.sync', { sourceId: task.sourceId, mode: 'live' })).runId;
  }
  return (await background('runs.start', { mode: 'live' })).runId;
}

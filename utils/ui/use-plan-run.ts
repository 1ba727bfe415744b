import type { ErrorInfo } from '../core/errors.ts';
import { hasEnded } from '../core/run/run.ts';
import { background } from '../messaging/background-client.ts';
import type { LiveRunData, RunData } from '../messaging/schemas/run.ts';
import { useLoaded } from './use-loaded.ts';

type PlanRun =
  | { readonly state: 'loading' | 'none' | 'missing' }
  | { readonly state: 'error'; readonly error: ErrorInfo }
  | { readonly state: 'ready'; readonly run: RunData };

const looked = 50;

/**
 * The run whose plan is to be shown: the one that is asked for, else one that waits for the admin, else the newest preview.
 * `version` changes when a run has ended, and is the reason to look again.
 */
export function usePlanRun(runId: string | null, live: LiveRunData | null, version: string | null): PlanRun {
  const { value, error } = useLoaded(`${runId}/${live?.run.state}/${version}`, async () => {
    if (runId !== null) return { run: (await background('runs.get', { runId }))?.run ?? null };
    const runs = await background('runs.list', { limit: looked });
    const waits = runs.find(({ state }) => state === 'awaiting-approval');
    return { run: waits ?? runs.find(isPreview) ?? null };
  });
  if (error !== null) return { state: 'error', error };
  if (value === null) return { state: 'loading' };
  if (value.run === null) return { state: runId === null ? 'none' : 'missing' };
  if (!hasEnded(value.run) && value.run.state !== 'awaiting-approval') return { state: 'none' };
  return { state: 'ready', run: value.run };
}

/** A preview of everybody; those of one person, of an undo or for the import file are reached from where they were made. */
function isPreview({ mode, state, task, against }: RunData): boolean {
  return mode === 'dry' && state === 'succeeded' && task === undefined && against === undefined;
}

import type { RunId } from '../core/ids.ts';
import type { Run, RunMode, RunTask, RunTrigger } from '../core/run/run.ts';

/** The synchronisation as its callers see it. */
export interface Engine {
  /** Queues a run and answers at once with its id (design.md rule 4). While a run is active, its id is answered: double starts collapse. */
  start(request: {
    readonly mode: RunMode;
    readonly trigger: RunTrigger;
    /** Only for a dry run: plan as if the target had nobody, and without asking it. */
    readonly against?: 'nothing';
    /** Absent = everyone. A run with a task joins no other one and ends none that waits: it throws `run-active`. */
    readonly task?: RunTask;
  }): Promise<RunId>;
  /** Does the active run's steps until it ends, waits for approval or has to sleep; safe to call at any time, from any worker. */
  resume(signal?: AbortSignal): Promise<EngineRest>;
  /**
   * Lets the blocked kinds of this very plan go on, if the target is listed anew and still is as the plan shows it. Throws
   * `plan-stale` when the hash is another or the plan older than a day.
   */
  approve(runId: RunId, planHash: string): Promise<void>;
  cancel(runId: RunId): Promise<void>;
}

export type EngineRest =
  | { readonly state: 'idle' }
  /** Somebody else holds the lease. */
  | { readonly state: 'busy' }
  | { readonly state: 'sleeping'; readonly untilMs: number }
  | { readonly state: 'awaiting-approval'; readonly run: Run }
  | { readonly state: 'ended'; readonly run: Run };

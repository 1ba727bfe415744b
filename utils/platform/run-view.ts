import type { Run } from '../core/run/run.ts';

/** A run as pages see it: without the connectors' opaque cursors and the engine's own notes. */
export type RunView = Omit<Run, 'sourceCursor' | 'targetCursor' | 'attempts' | 'work'>;

/** When and where the present state of a run began, so that a page that opens late can still tell how long it will take. */
export interface RunPhase {
  readonly startedAtMs: number;
  readonly doneAtStart: number;
}

/** What is published under the session key `run`. */
export interface LiveRun {
  readonly run: RunView;
  readonly phase: RunPhase;
}

export function viewRun(run: Run): RunView {
  const { sourceCursor: _source, targetCursor: _target, attempts: _attempts, work: _work, ...view } = run;
  return view;
}

/** The next published state: the phase goes on while run and state stay the same, else it begins now. */
export function nextLiveRun(run: Run, before: LiveRun | null, nowMs: number): LiveRun {
  const goesOn =
    before !== null &&
    before.run.id === run.id &&
    before.run.state === run.state &&
    before.phase.doneAtStart <= run.progress.done;
  const phase = goesOn ? before.phase : { startedAtMs: nowMs, doneAtStart: run.progress.done };
  return { run: viewRun(run), phase };
}

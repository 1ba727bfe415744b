import { CompanionError, toErrorInfo } from '../core/errors.ts';
import type { RunId } from '../core/ids.ts';
import { freshWork, hasEnded, noCounts, type Run } from '../core/run/run.ts';
import { toIsoTime } from '../ports/clock.ts';
import type { Engine, EngineRest } from '../ports/engine.ts';
import { type EngineDeps, isTooEarly, timings } from './deps.ts';
import { Cancelled, Interrupted, infoOf, Pause, Session } from './session.ts';
import { applyNext } from './steps/apply.ts';
import { closeRun } from './steps/finish.ts';
import { planStep } from './steps/plan-step.ts';
import { readSource } from './steps/read-source.ts';
import { readTarget } from './steps/read-target.ts';

/** The synchronisation engine: one step, one commit, again; whatever process comes next goes on from the journal. */
export function createEngine(deps: EngineDeps): Engine {
  const { journal, clock } = deps;
  let working: { readonly rest: Promise<EngineRest>; readonly cancel: AbortController } | null = null;

  return {
    async start({ mode, trigger, against, task }) {
      const active = await journal.activeRun().catch(ignoreDamaged);
      if (active && (task || against)) throw new CompanionError('run-active', { run: active.id });
      if (active && active.state !== 'awaiting-approval') return active.id;
      if (active) await endStale(deps, active);
      const at = toIsoTime(clock.nowMs());
      const run: Run = {
        id: deps.newRunId(),
        kind: (await journal.hasLinks()) ? 'incremental' : 'initial',
        mode,
        trigger,
        // These two ask the source nothing.
        state: task?.kind === 'undo' || task?.kind === 'drift' ? 'reading-target' : 'queued',
        startedAt: at,
        updatedAt: at,
        endedAt: null,
        sourceCursor: null,
        targetCursor: null,
        progress: { done: 0, total: 0 },
        notBeforeMs: 0,
        attempts: 0,
        counts: noCounts,
        requests: { source: 0, target: 0 },
        planHash: null,
        approvedHash: null,
        findings: [],
        notices: [],
        ...(mode === 'dry' && against ? { against } : {}),
        ...(task ? { task } : {}),
        error: null,
        work: freshWork,
      };
      return createOrJoin(deps, run);
    },

    async resume(signal = new AbortController().signal) {
      if (working) return working.rest;
      const cancel = new AbortController();
      const rest = workUnderLease(deps, signal, cancel);
      working = { rest, cancel };
      try {
        return await rest;
      } finally {
        working = null;
      }
    },

    async approve(runId, planHash) {
      const run = await journal.loadRun(runId);
      const isFresh = run !== null && clock.nowMs() - Date.parse(run.updatedAt) < timings.approvalMs;
      if (run?.state !== 'awaiting-approval' || run.planHash !== planHash || !isFresh) {
        throw new CompanionError('plan-stale', { run: runId });
      }
      // The target is listed once more before anything is sent: the approval counts for what was shown (`confirmPlan`).
      await journal.saveRun({
        ...run,
        approvedHash: planHash,
        state: 'reading-target',
        targetCursor: null,
        updatedAt: toIsoTime(clock.nowMs()),
        work: { ...freshWork, ...run.work, targetPages: 0, listRestarts: 0 },
      });
    },

    async cancel(runId) {
      await journal.requestCancel(runId);
      working?.cancel.abort();
    },
  };
}

async function workUnderLease(deps: EngineDeps, signal: AbortSignal, cancel: AbortController): Promise<EngineRest> {
  const { journal } = deps;
  const run = await journal.activeRun();
  if (!run) return { state: 'idle' };
  try {
    return await holdingLease(deps, signal, cancel);
  } catch (error) {
    // The run cannot tell it in the journal, and goes on when the journal works again: until then it is told where runs are followed.
    await deps.status.publish({
      ...((await journal.loadRun(run.id).catch(() => null)) ?? run),
      error: toErrorInfo(error),
    });
    throw error;
  }
}

async function holdingLease(deps: EngineDeps, signal: AbortSignal, cancel: AbortController): Promise<EngineRest> {
  const { journal, clock, wakeUp, owner } = deps;
  const nowMs = clock.nowMs();
  if (!(await journal.acquireLease(owner, nowMs, nowMs + timings.leaseMs))) return { state: 'busy' };
  try {
    // Read anew: until the lease was ours somebody else may have gone on with it.
    const run = await journal.activeRun();
    if (!run) return { state: 'idle' };
    // Before the work begins, so that a death in its first moments is noticed too.
    await wakeUp.scheduleAt(nowMs + timings.watchdogMs);
    return await work(new Session(deps, run, signal, cancel.signal), cancel);
  } finally {
    await journal.releaseLease(owner);
  }
}

/** A damaged run cannot be gone on with; it must not stand in the way of a new one either. */
function ignoreDamaged(error: unknown): null {
  if (error instanceof CompanionError && error.code === 'journal-damaged') return null;
  throw error;
}

async function createOrJoin({ journal }: EngineDeps, run: Run): Promise<RunId> {
  try {
    await journal.createRun(run);
    return run.id;
  } catch (error) {
    const active = error instanceof CompanionError && error.code === 'run-active' ? await journal.activeRun() : null;
    if (!active) throw error;
    return active.id;
  }
}

/** A new start makes the plan that still waits for its approval stale. */
async function endStale(deps: EngineDeps, run: Run): Promise<void> {
  const never = new AbortController().signal;
  const session = new Session(deps, run, never, never);
  await session.endWith({ state: 'cancelled', outcome: 'waiting', error: infoOf('plan-stale'), retryAt: null });
  while (!hasEnded(session.run)) await closeRun(session);
}

async function work(session: Session, cancel: AbortController): Promise<EngineRest> {
  const { deps } = session;
  let renewAtMs = 0;
  const published = { state: null as Run['state'] | null, atMs: 0 };
  for (;;) {
    try {
      session.throwIfInterrupted();
      if (session.nowMs >= renewAtMs) {
        if (!(await renew(session, cancel))) return { state: 'busy' };
        renewAtMs = session.nowMs + timings.renewMs;
      }
      await step(session);
    } catch (error) {
      const rest = await onThrown(session, error);
      if (rest) return rest;
    }
    const rest = restOf(session);
    if (rest || session.run.state !== published.state || session.nowMs - published.atMs >= timings.publishMs) {
      await deps.status.publish(session.run);
      Object.assign(published, { state: session.run.state, atMs: session.nowMs });
    }
    if (!rest) continue;
    await deps.wakeUp.cancel();
    return rest;
  }
}

function restOf({ run, work }: Session): EngineRest | null {
  if (hasEnded(run)) return { state: 'ended', run };
  return run.state === 'awaiting-approval' && !work.ending ? { state: 'awaiting-approval', run } : null;
}

async function step(session: Session): Promise<void> {
  const { run } = session;
  if (session.work.ending) return closeRun(session);
  if (session.isCancelled) {
    return session.endWith({ state: 'cancelled', outcome: 'waiting', error: infoOf('run-cancelled'), retryAt: null });
  }
  if (isTooEarly(run.notBeforeMs, run.updatedAt, session.nowMs)) return session.sleep(run.notBeforeMs);
  switch (run.state) {
    case 'queued':
    case 'reading-source':
      return readSource(session);
    case 'reading-target':
      return readTarget(session);
    case 'planning':
      return planStep(session);
    case 'applying':
      return applyNext(session);
    case 'awaiting-approval':
    case 'succeeded':
    case 'partial':
    case 'failed':
    case 'cancelled':
      return;
  }
}

/** Lease and watchdog for a while longer; and a look at whether another process was told to cancel. */
async function renew({ deps, nowMs, run }: Session, cancel: AbortController): Promise<boolean> {
  if (!(await deps.journal.acquireLease(deps.owner, nowMs, nowMs + timings.leaseMs))) return false;
  await deps.wakeUp.scheduleAt(nowMs + timings.watchdogMs);
  if (await deps.journal.isCancelRequested(run.id)) cancel.abort();
  return true;
}

/** Ends the stretch of work, or turns what was thrown into the run's end; `null` = go on with the next step. */
async function onThrown(session: Session, error: unknown): Promise<EngineRest | null> {
  const { deps } = session;
  if (error instanceof Cancelled) return null;
  if (error instanceof Interrupted) return { state: 'sleeping', untilMs: session.nowMs };
  if (error instanceof Pause) {
    await session.save({ notBeforeMs: error.untilMs });
    await deps.status.publish(session.run);
    await deps.wakeUp.scheduleAt(error.untilMs);
    return { state: 'sleeping', untilMs: error.untilMs };
  }
  if (session.work.ending) throw error;
  try {
    await session.endWith({ state: 'failed', outcome: 'failed', error: toErrorInfo(error), retryAt: null });
  } catch {
    // The journal cannot even record its own failure: the caller says it, and the run goes on when the journal works again.
    throw error;
  }
  return null;
}

import { toErrorInfo } from '../../core/errors.ts';
import type { IsoDate } from '../../core/ids.ts';
import { backOffMs, limits } from '../deps.ts';
import { infoOf, type Session } from '../session.ts';

/** Reads one part of the source and saves it together with the next cursor (models.md c.6 rule 3). */
export async function readSource(session: Session): Promise<void> {
  const { run, work, deps } = session;
  const source = await session.source();
  const step = await source
    .readStep(
      run.sourceCursor,
      { today: dayOfRun(session), recall: (keys) => deps.journal.recall(keys) },
      session.signal,
    )
    .catch(async (error: unknown) => {
      session.throwIfInterrupted();
      await retryLater(session, toErrorInfo(error));
      return null;
    });
  if (!step) return;
  if (step.next === null && !step.evidence) {
    await session.endWith({ state: 'failed', outcome: 'failed', error: infoOf('source-invalid'), retryAt: null });
    return;
  }
  const { evidence } = step;
  const next = session.with(
    {
      state: step.next === null ? 'reading-target' : 'reading-source',
      sourceCursor: step.next,
      progress: step.progress,
      notBeforeMs: 0,
      attempts: 0,
      ...(evidence === undefined
        ? {}
        : {
            notices: [...run.notices, ...evidence.notices],
            requests: { ...run.requests, source: evidence.calls },
          }),
    },
    { sourcePages: work.sourcePages + 1 },
  );
  await deps.journal.saveSourceStep(next, work.sourcePages, step);
  session.run = next;
}

/** The day is the run's first, however long the run takes, so that all of it is about one day. */
function dayOfRun({ run, deps }: Session): IsoDate {
  const startedMs = Date.parse(run.startedAt);
  return deps.today?.(startedMs) ?? (new Date(startedMs).toISOString().slice(0, 10) as IsoDate);
}

/** Repeats the step later, a bounded number of times; then the run fails, and nothing has been written. */
export async function retryLater(session: Session, error: ReturnType<typeof toErrorInfo>): Promise<void> {
  const attempts = session.run.attempts + 1;
  if (!error.retryable || attempts >= limits.attempts) {
    await session.endWith({ state: 'failed', outcome: 'failed', error, retryAt: null });
    return;
  }
  const waitMs = Math.max(backOffMs(attempts), error.retryAfterMs ?? 0);
  await session.save({ attempts, notBeforeMs: session.nowMs + waitMs });
}

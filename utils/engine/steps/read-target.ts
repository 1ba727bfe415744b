import type { ErrorInfo } from '../../core/errors.ts';
import { backOffMs, limits } from '../deps.ts';
import { holdRequests } from '../hold.ts';
import type { Session } from '../session.ts';
import { forgetNegotiated, negotiateTarget } from './negotiate-target.ts';
import { retryLater } from './read-source.ts';

/** Reads one page of the target's accounts and saves it together with the next cursor. */
export async function readTarget(session: Session): Promise<void> {
  if (session.run.against === 'nothing') return session.save({ state: 'planning', progress: { done: 0, total: 0 } });
  if (session.work.targetPages === 0 && session.run.targetCursor === null) {
    const error = await negotiateTarget(session);
    if (error) return onListError(session, error);
  }
  const answer = await session.ask((target, signal) => target.listStep(session.run.targetCursor, signal));
  if (!answer.ok) {
    await onListError(session, answer.error);
    return;
  }
  const { accounts, total, next } = answer.value;
  const { targetPages } = session.work;
  const done = (targetPages === 0 ? 0 : session.run.progress.done) + accounts.length;
  const run = session.with(
    {
      state: next === null ? 'planning' : 'reading-target',
      targetCursor: next,
      progress: { done, total: Math.max(done, total ?? 0) },
      notBeforeMs: 0,
      attempts: 0,
    },
    { targetPages: targetPages + 1, held: 0 },
  );
  await session.deps.journal.saveTargetPage(run, targetPages, accounts);
  session.run = run;
}

async function onListError(session: Session, error: ErrorInfo): Promise<void> {
  switch (error.code) {
    case 'target-rate-limited':
      await holdRequests(session, error);
      return;
    case 'target-page-repeated':
    case 'target-list-unstable': {
      const listRestarts = session.work.listRestarts + 1;
      if (listRestarts > limits.listRestarts) {
        await session.endWith({ state: 'failed', outcome: 'failed', error, retryAt: null });
        return;
      }
      // Its parameters may not be what they were found to be.
      if (error.code === 'target-page-repeated') await forgetNegotiated(session);
      // Somebody changed the list while it was read: only a list read in one go proves who is not in it.
      const notBeforeMs = session.nowMs + backOffMs(listRestarts);
      await session.save({ targetCursor: null, notBeforeMs }, { targetPages: 0, listRestarts });
      return;
    }
    default:
      await retryLater(session, error);
  }
}

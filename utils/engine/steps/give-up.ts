import type { ErrorInfo } from '../../core/errors.ts';
import { type EscrowEntry, planRetry } from '../../core/run/escrow.ts';
import type { Operation } from '../../core/run/operation.ts';
import { toIsoTime } from '../../ports/clock.ts';
import { limits } from '../deps.ts';
import { attemptOf } from '../draft-records.ts';
import type { Session } from '../session.ts';
import { settleAs } from './conclude.ts';

/** This person is not written in this run: into escrow, with the time of the next try. */
export async function giveUp(
  session: Session,
  operation: Operation,
  error: ErrorInfo,
  how: { readonly dropLink?: boolean; readonly unanswered?: boolean } = {},
): Promise<void> {
  const { change } = operation;
  const { sourceId } = change;
  // Nobody takes anything back a second time by himself: what could not be undone is told, not tried again.
  const isUndo = session.run.task?.kind === 'undo';
  const escrow = sourceId === null || isUndo ? null : await nextEscrow(session, sourceId, attemptOf(change), error);
  const waits = !isUndo && (how.dropLink === true || how.unanswered === true);
  const before = await session.deps.journal.readEntry(operation.runId, operation.entrySeq);
  const unanswered = how.unanswered ? session.work.unanswered + 1 : 0;
  await settleAs(
    session,
    { ...operation, status: waits ? 'escrow' : 'failed', error },
    {
      before,
      entry: before && {
        ...before,
        at: toIsoTime(session.nowMs),
        outcome: waits ? 'waiting' : 'failed',
        targetId: how.dropLink ? null : (operation.targetId ?? before.targetId),
        retryAt: waits ? (escrow?.retryAt ?? null) : null,
        error,
      },
      ...(how.dropLink && sourceId !== null ? { dropLink: sourceId } : {}),
      // A vanished account is a new person to the next run, not a repeated failure.
      ...(escrow && !how.dropLink ? { escrow } : {}),
      work: { unanswered },
    },
  );
  if (unanswered >= limits.unanswered) {
    await session.endWith({ state: 'failed', outcome: 'waiting', error, retryAt: escrow?.retryAt ?? null });
  }
}

async function nextEscrow(
  session: Session,
  sourceId: EscrowEntry['sourceId'],
  attempted: string,
  error: ErrorInfo,
): Promise<EscrowEntry> {
  const known = (await session.escrow()).get(sourceId);
  const isSame = known?.attempted === attempted;
  const failures = isSame ? known.failures + 1 : 1;
  const firstFailedAt = isSame ? known.firstFailedAt : toIsoTime(session.nowMs);
  const retryMs = planRetry(failures, Date.parse(firstFailedAt), session.nowMs);
  return { sourceId, failures, firstFailedAt, retryAt: retryMs === null ? null : toIsoTime(retryMs), attempted, error };
}

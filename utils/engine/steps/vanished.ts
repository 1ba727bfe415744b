import { describeModified } from '../../core/log/log-row.ts';
import type { Operation } from '../../core/run/operation.ts';
import { infoOf, type Session } from '../session.ts';
import { conclude, settleAs } from './conclude.ts';
import { giveUp } from './give-up.ts';

/** The account was deleted between plan and apply. Whoever was to be disabled is gone all the same; anybody else gets a new account. */
export async function onVanished(session: Session, operation: Operation): Promise<void> {
  const { change, desired, targetId } = operation;
  const { sourceId } = change;
  const error = infoOf('target-not-found', { userName: change.userName ?? '' });
  const dropLink = sourceId === null ? {} : { dropLink: sourceId };
  if (targetId !== null && (change.action === 'disable' || change.after.active === false)) {
    return conclude(
      session,
      operation,
      { targetId, version: null, dropped: [], echoed: false },
      change.after,
      dropLink,
    );
  }
  if (!desired) return giveUp(session, operation, error, { dropLink: true });
  const create: Operation['change'] = {
    ...change,
    action: 'create',
    reason: 'new-in-source',
    targetId: null,
    version: null,
    match: null,
    before: {},
    after: desired,
  };
  const entry = await session.deps.journal.readEntry(operation.runId, operation.entrySeq);
  // Back as `in-flight`: the person may have an account under another id, so the target is asked first.
  const again: Operation = { ...operation, change: create, targetId: null, status: 'in-flight', attempts: 0, error };
  await settleAs(session, again, {
    before: entry,
    entry: entry && {
      ...entry,
      reason: create.reason,
      match: null,
      targetId: null,
      modified: describeModified(create),
    },
    ...dropLink,
  });
}

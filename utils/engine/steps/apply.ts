import type { AttributeChanges, Desired } from '../../core/account.ts';
import { blockedActions } from '../../core/guardrails/guardrails.ts';
import type { TargetId } from '../../core/ids.ts';
import type { Operation } from '../../core/run/operation.ts';
import type { Run } from '../../core/run/run.ts';
import type { WriteResult } from '../../ports/target.ts';
import { isTooEarly, limits } from '../deps.ts';
import { withoutNotAccepted } from '../not-accepted.ts';
import type { Answer, Session } from '../session.ts';
import { applyInBulk } from './apply-bulk.ts';
import { conclude, settleAs } from './conclude.ts';
import { finishRun } from './finish.ts';
import { recover } from './recover.ts';
import { onRefusal } from './refusals.ts';
import { verify } from './verify.ts';

/** Applies the next operation; when none is left, the run ends or waits for the admin. */
export async function applyNext(session: Session): Promise<void> {
  if (session.queue.length === 0) {
    const { journal } = session.deps;
    // What the last ones read ahead have left; the rest waits for the next time.
    await journal.compact(session.run.id);
    const open = await journal.openOperations(session.run.id, allowedKinds(session.run), limits.operationsPerRead);
    session.queue = [...open];
    // The journal also clears away what has been sent, whenever it is asked.
    session.isFree = false;
  }
  const [operation] = session.queue;
  if (!operation) return finishRun(session);
  // Strictly one after the other: whoever comes later may report to the person at the head.
  const { notBeforeMs } = operation;
  if (isTooEarly(notBeforeMs, session.run.updatedAt, session.nowMs)) return session.sleep(notBeforeMs);
  if (operation.status === 'in-flight') return recover(session, operation);
  if (!(await applyInBulk(session))) await send(session, operation);
}

const kinds: readonly Operation['kind'][] = ['create', 'update', 'disable'];

/** A blocked kind blocks only itself; everything else goes on without waiting for the admin. */
function allowedKinds(run: Run): readonly Operation['kind'][] {
  if (run.approvedHash !== null && run.approvedHash === run.planHash) return kinds;
  const blocked = blockedActions(run.findings);
  return kinds.filter((kind) => !blocked.has(kind));
}

/** Written ahead, then sent, once. */
async function send(session: Session, operation: Operation): Promise<void> {
  const targetId = operation.targetId ?? (await findTargetId(session, operation));
  if (operation.change.action !== 'create' && targetId === null) {
    // The first pass did not bring the person into the target; its row already says why.
    return settleAs(session, { ...operation, status: 'skipped' });
  }
  const after = withoutNotAccepted(session, operation.change.after);
  if (targetId !== null && Object.keys(after).length === 0) {
    return conclude(session, operation, { targetId, version: null, dropped: [], echoed: false }, after);
  }
  await session.waitForBudget();
  const sent: Operation = { ...operation, targetId, status: 'in-flight', attempts: operation.attempts + 1 };
  await session.deps.journal.markInFlight([sent], session.nowMs);
  const answering = write(session, sent, after);
  // Read while the answer is on its way; what goes wrong with it is heard where it is needed.
  const entry = session.deps.journal.readEntry(sent.runId, sent.entrySeq);
  entry.catch(() => {});
  const answer = await answering;
  if (answer.ok) await conclude(session, sent, await verify(session, answer.value, after), after, { entry });
  else await onRefusal(session, sent, answer.error);
}

function write(session: Session, operation: Operation, after: AttributeChanges): Promise<Answer<WriteResult>> {
  const { targetId, change } = operation;
  return session.send((target, signal) =>
    targetId === null
      ? target.create(after as Desired, signal, () => session.count())
      : target.update(targetId, after, change.version, signal, () => session.count()),
  );
}

/** A second pass learns the account's id from the link that the first one left. */
async function findTargetId(session: Session, { change }: Operation): Promise<TargetId | null> {
  if (change.action === 'create' || change.sourceId === null) return null;
  return (await session.deps.journal.readLink(change.sourceId))?.targetId ?? null;
}

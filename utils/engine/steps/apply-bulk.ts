import type { AttributeChanges, Desired } from '../../core/account.ts';
import { accountAttributes } from '../../core/account.ts';
import type { Operation } from '../../core/run/operation.ts';
import type { BulkWrite, BulkWriter } from '../../ports/target.ts';
import { backOffMs, limits } from '../deps.ts';
import { holdRequests } from '../hold.ts';
import { withoutNotAccepted } from '../not-accepted.ts';
import { isProven } from '../proof.ts';
import type { Session } from '../session.ts';
import { conclude, settleAs } from './conclude.ts';
import { forgetNegotiated } from './negotiate-target.ts';
import { onRefusal } from './refusals.ts';

interface Part {
  readonly operation: Operation;
  readonly after: AttributeChanges;
}

/**
 * Sends the beginning of the queue as one request where the target offers that (RFC 7644 §3.7): each operation is written
 * ahead by itself, and after a death each of them is unknown by itself. False = the next one has to be sent alone.
 */
export async function applyInBulk(session: Session): Promise<boolean> {
  const bulk = session.noBulk ? null : ((await session.target()).bulk ?? null);
  const parts = bulk === null ? [] : pickParts(session, bulk);
  if (bulk === null || parts.length < 2) return false;
  await session.waitForBudget();
  const sent = parts.map((part) => ({ ...part, operation: inFlight(part.operation) }));
  await session.deps.journal.markInFlight(
    sent.map((part) => part.operation),
    session.nowMs,
  );
  const answer = await session.send((_, signal) => bulk.write(sent.map(toWrite), signal));
  if (!answer.ok) {
    await onWholeRefused(session, sent, answer.error);
    return true;
  }
  for (const [at, { operation, after }] of sent.entries()) {
    const outcome = answer.value[at];
    if (outcome?.ok) await conclude(session, operation, outcome.value, after);
    else if (outcome) await onRefusal(session, operation, outcome.error);
  }
  return true;
}

/**
 * The longest beginning of the queue that may be carried out in any order, since a server may: nobody in it is given a
 * manager, or a login, that another one in it only brings about. Nothing goes along that was tried before, nor an attribute
 * that no account has been seen with: the answers of a bulk do not show what was dropped.
 */
function pickParts(session: Session, bulk: BulkWriter): readonly Part[] {
  const parts: Part[] = [];
  const touched = new Set<string>();
  for (const operation of session.queue.slice(0, limits.operationsPerBulk)) {
    const { change, status, attempts, notBeforeMs, targetId } = operation;
    if (status !== 'pending' || attempts > 0 || notBeforeMs > session.nowMs) break;
    if (change.action !== 'create' && targetId === null) break;
    const after = withoutNotAccepted(session, change.after);
    const isWorthIt = Object.keys(after).length > 0;
    if (!isWorthIt || !isAllProven(session, after)) break;
    const names = [change.userName, change.before.userName, change.before.managerUserName, after.managerUserName];
    const own = names.flatMap((name) => (name ? [name.toLowerCase()] : []));
    if (own.some((name) => touched.has(name))) break;
    for (const name of [change.userName, change.before.userName]) if (name) touched.add(name.toLowerCase());
    if (change.before.managerUserName) touched.add(`report of ${change.before.managerUserName.toLowerCase()}`);
    if (change.action === 'disable' && touched.has(`report of ${change.userName?.toLowerCase()}`)) break;
    parts.push({ operation, after });
  }
  return parts.slice(0, bulk.countFitting(parts.map(toWrite)));
}

function isAllProven({ work }: Session, after: AttributeChanges): boolean {
  return accountAttributes.every((attribute) => after[attribute] == null || isProven(work, attribute));
}

function inFlight(operation: Operation): Operation {
  return { ...operation, status: 'in-flight', attempts: operation.attempts + 1 };
}

function toWrite({ operation: { targetId, change }, after }: Part): BulkWrite {
  return targetId === null
    ? { kind: 'create', desired: after as Desired }
    : { kind: 'update', targetId, changes: after, version: change.version };
}

/** No operation has an answer of its own. */
async function onWholeRefused(
  session: Session,
  parts: readonly Part[],
  error: Parameters<typeof onRefusal>[2],
): Promise<void> {
  const all = async (how: Partial<Operation>) => {
    for (const { operation } of parts) await settleAs(session, { ...operation, ...how });
  };
  switch (error.code) {
    case 'target-rate-limited':
      await all({ status: 'pending', attempts: 0 });
      return holdRequests(session, error);
    case 'target-auth':
    case 'target-forbidden':
      await all({ status: 'pending' });
      return session.endWith({ state: 'failed', outcome: 'failed', error, retryAt: null });
    case 'target-invalid':
    case 'target-not-found':
    case 'target-conflict':
      // It is not offered after all, or not so: nothing was done, and everybody is sent alone.
      session.noBulk = true;
      await forgetNegotiated(session);
      return all({ status: 'pending', attempts: 0 });
    default:
      // Done or not, nobody knows: each of them is looked up before it is sent again, alone.
      return all({ notBeforeMs: session.nowMs + Math.max(backOffMs(1), error.retryAfterMs ?? 0), error });
  }
}

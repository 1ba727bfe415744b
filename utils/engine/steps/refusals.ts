import type { AccountAttribute, AttributeChanges } from '../../core/account.ts';
import type { ErrorInfo } from '../../core/errors.ts';
import type { Operation } from '../../core/run/operation.ts';
import { backOffMs, limits, refusalPoints } from '../deps.ts';
import { holdRequests } from '../hold.ts';
import { canLeaveOut, tallyAttributes } from '../memory-keys.ts';
import { noteNotAccepted } from '../not-accepted.ts';
import { isProven } from '../proof.ts';
import type { Session } from '../session.ts';
import { settleAs } from './conclude.ts';
import { giveUp } from './give-up.ts';
import { onVanished } from './vanished.ts';

/** The target said no to a write, or nothing at all. */
export async function onRefusal(session: Session, operation: Operation, error: ErrorInfo): Promise<void> {
  switch (error.code) {
    case 'target-rate-limited':
      // It was not carried out, so it is not unknown; and it does not count as a try.
      await settleAs(session, { ...operation, status: 'pending', attempts: Math.max(0, operation.attempts - 1) });
      return holdRequests(session, error);
    case 'target-auth':
    case 'target-forbidden':
      await settleAs(session, { ...operation, status: 'pending' });
      return endRefused(session, error);
    case 'target-conflict':
      // It exists already: whose it is, the look-up decides. Somebody else's login cannot be taken over by an update.
      if (operation.targetId !== null) return giveUp(session, operation, error);
      return settleAs(session, { ...operation, status: 'in-flight', error });
    case 'target-not-found':
      return operation.targetId === null ? giveUp(session, operation, error) : onVanished(session, operation);
    case 'target-invalid': {
      const { attribute, refused } = error.params;
      const isSent = typeof attribute === 'string' && canLeaveOut(attribute) && attribute in operation.change.after;
      return isSent ? sendWithout(session, operation, attribute, error, refused) : giveUp(session, operation, error);
    }
    default:
      return error.retryable ? retryLater(session, operation, error) : giveUp(session, operation, error);
  }
}

/** The look-up itself was refused or got no answer: what became of the operation is as unknown as before. */
export async function onLookUpRefusal(session: Session, operation: Operation, error: ErrorInfo): Promise<void> {
  switch (error.code) {
    case 'target-rate-limited':
      return holdRequests(session, error);
    case 'target-auth':
    case 'target-forbidden':
      return endRefused(session, error);
    default:
      return error.retryable
        ? retryLater(session, { ...operation, attempts: operation.attempts + 1 }, error)
        : giveUp(session, operation, error);
  }
}

/** Nobody can be written any more: the run ends at once, and nothing else is sent. */
function endRefused(session: Session, error: ErrorInfo): Promise<void> {
  return session.endWith({ state: 'failed', outcome: 'failed', error, retryAt: null });
}

/** Unknown whether it arrived: it stays in flight and is looked up first, after a while. */
async function retryLater(session: Session, operation: Operation, error: ErrorInfo): Promise<void> {
  const { attempts } = operation;
  if (attempts >= limits.attempts) return giveUp(session, operation, error, { unanswered: true });
  const waitMs = Math.max(backOffMs(attempts), error.retryAfterMs ?? 0);
  await settleAs(session, { ...operation, status: 'in-flight', notBeforeMs: session.nowMs + waitMs, error });
}

/** One value is not taken here: the person is written without it; where it was the only one, the person has failed. */
async function sendWithout(
  session: Session,
  operation: Operation,
  attribute: AccountAttribute,
  error: ErrorInfo,
  refused: string | number | undefined,
): Promise<void> {
  const { change } = operation;
  const points = refusalPoints[refused === 'attribute' || refused === 'value' ? refused : 'dropped'];
  // Where other people have a value, a wrong one is the person's own trouble.
  const blamed = refused === 'value' && isProven(session.work, attribute) ? [] : [attribute];
  const attributes = tallyAttributes(session.work.attributes, blamed, points, []);
  session.run = noteNotAccepted(session, attributes);
  const after: AttributeChanges = Object.fromEntries(
    Object.entries(change.after).filter(([name]) => name !== attribute),
  );
  if (Object.keys(after).length === 0) return giveUp(session, operation, error);
  const left = [change.params.notAccepted, attribute].filter((name) => name !== undefined).join(', ');
  await settleAs(session, {
    ...operation,
    status: 'pending',
    attempts: Math.max(0, operation.attempts - 1),
    change: { ...change, after, params: { ...change.params, notAccepted: left } },
  });
}

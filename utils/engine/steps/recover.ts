import type { Account } from '../../core/account.ts';
import type { ErrorInfo } from '../../core/errors.ts';
import { describeModified } from '../../core/log/log-row.ts';
import { ruleOf } from '../../core/mapping/mapping.ts';
import { mappableAttributes } from '../../core/mapping/mapping-rule.ts';
import { diffAccount } from '../../core/plan/diff.ts';
import type { Policy } from '../../core/policy.ts';
import type { Operation } from '../../core/run/operation.ts';
import { limits } from '../deps.ts';
import { withoutNotAccepted } from '../not-accepted.ts';
import { infoOf, type Session } from '../session.ts';
import { conclude, settleAs } from './conclude.ts';
import { giveUp } from './give-up.ts';
import { lookUp } from './look-up.ts';
import { onLookUpRefusal } from './refusals.ts';
import { onVanished } from './vanished.ts';

/** Found `in-flight`: nobody knows whether it arrived, so the target is asked before anything is sent again (models.md c.6 rule 2). */
export async function recover(session: Session, operation: Operation): Promise<void> {
  const answer = await lookUp(session, operation);
  if (!answer.ok) return onLookUpRefusal(session, operation, answer.error);
  const found = answer.value;
  switch (found.kind) {
    case 'nothing':
      if (operation.targetId !== null) return onVanished(session, operation);
      // The target says the account exists but shows it to nobody: sending again would only be refused again.
      if (operation.error?.code === 'target-conflict') return giveUp(session, operation, operation.error);
      return resend(session, operation);
    case 'foreign':
      return giveUp(session, operation, infoOf('target-conflict', { userName: found.account.userName }));
    case 'account': {
      const known = isOurs(operation, found.account)
        ? { ...operation, targetId: found.account.targetId }
        : await adopt(session, operation, found.account);
      return bringUpToDate(session, known, found.account);
    }
  }
}

async function bringUpToDate(session: Session, operation: Operation, account: Account): Promise<void> {
  const { change } = operation;
  const difference = diffAccount(withoutNotAccepted(session, change.after), account);
  if (!difference) {
    const result = { targetId: account.targetId, version: account.version, dropped: [], echoed: true };
    return conclude(session, operation, result, change.after);
  }
  return resend(session, {
    ...operation,
    change: { ...change, after: difference.after, version: account.version },
  });
}

async function resend(session: Session, operation: Operation): Promise<void> {
  if (operation.attempts >= limits.attempts) {
    const error: ErrorInfo = operation.error ?? infoOf('target-unavailable');
    return giveUp(session, operation, error, { unanswered: true });
  }
  session.queue[0] = { ...operation, status: 'pending', notBeforeMs: 0 };
}

/** Whether the account is the work of this very operation, and not one that was there before it. */
function isOurs({ targetId, error, attempts, change }: Operation, account: Account): boolean {
  if (targetId !== null) return true;
  if (error?.code === 'target-not-found') return false;
  if (error?.code !== 'target-conflict') return true;
  return attempts > 1 && account.externalId !== null && account.externalId === change.after.externalId;
}

function isForNewOnly(name: string, policy: Policy): boolean {
  const mappable = mappableAttributes.find((attribute) => attribute === name);
  return mappable !== undefined && ruleOf(mappable, policy).write === 'on-create';
}

/** The account existed and is nobody else's: it becomes ours, and what differs is written to it. */
async function adopt(session: Session, operation: Operation, account: Account): Promise<Operation> {
  const { change } = operation;
  const sameId = account.externalId !== null && account.externalId === change.after.externalId;
  const policy = await session.deps.policy();
  // What is for new accounts only is none of an account that was there before.
  const wanted = Object.fromEntries(
    Object.entries(withoutNotAccepted(session, change.after)).filter(([name]) => !isForNewOnly(name, policy)),
  );
  const difference = diffAccount(wanted, account);
  const adopted: Operation = {
    ...operation,
    targetId: account.targetId,
    error: null,
    change: {
      ...change,
      action: 'update',
      reason: 'adopted',
      targetId: account.targetId,
      version: account.version,
      match: sameId
        ? { by: 'externalId', value: account.externalId ?? '' }
        : { by: 'userName', value: account.userName },
      before: difference?.before ?? {},
      after: difference?.after ?? {},
    },
  };
  const entry = await session.deps.journal.readEntry(operation.runId, operation.entrySeq);
  await settleAs(session, adopted, {
    before: entry,
    entry: entry && {
      ...entry,
      targetId: account.targetId,
      reason: 'adopted',
      match: adopted.change.match,
      modified: describeModified(adopted.change),
    },
  });
  return adopted;
}

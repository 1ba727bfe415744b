import type { Account } from '../account.ts';
import { accountAttributes } from '../account.ts';
import type { AccountIndex } from '../match/account-index.ts';
import type { Change } from './change.ts';
import { isSameValue } from './diff.ts';

/**
 * Whether a change that was planned a while ago may be carried out as it was shown: the account still has what it had, or has the
 * new values already; for a new one, nobody else has come to be there. What the change does not speak of may have changed.
 */
export function isStillTrue(change: Change, index: AccountIndex): boolean {
  const { action, targetId, after, before } = change;
  if (action === 'create') return !isThere(after.externalId, after.userName, index);
  // A second pass of somebody who is made in the same plan.
  if (targetId === null) return true;
  const account = index.byTargetId.get(targetId);
  return account !== undefined && accountAttributes.every((attribute) => isAsBefore(attribute, account, before, after));
}

function isAsBefore(
  attribute: (typeof accountAttributes)[number],
  account: Account,
  before: Change['before'],
  after: Change['after'],
): boolean {
  const [old, next] = [before[attribute], after[attribute]];
  if (old === undefined) return true;
  const present = account[attribute];
  return isSameValue(attribute, present, old) || (next !== undefined && isSameValue(attribute, present, next));
}

function isThere(externalId: string | null | undefined, userName: string | undefined, index: AccountIndex): boolean {
  const byId = externalId ? (index.byExternalId.get(externalId) ?? []) : [];
  const byName = userName ? (index.byUserName.get(userName.toLowerCase()) ?? []) : [];
  return byId.length + byName.length > 0;
}

import type { AttributeChanges } from '../../core/account.ts';
import type { WriteResult } from '../../ports/target.ts';
import { isProven } from '../proof.ts';
import type { Session } from '../session.ts';

/**
 * A manager that is not echoed may only be one whom the target does not know, or who is inactive there (javelo-scim.md §2.2):
 * that says nothing about managers as such. As long as no account has been seen with a manager, he is looked for. Gives the
 * attributes that are dropped here whatever their value.
 */
export async function excuseManager(
  session: Session,
  { dropped }: WriteResult,
  { managerUserName }: AttributeChanges,
): Promise<WriteResult['dropped']> {
  if (!managerUserName || !dropped.includes('managerUserName')) return dropped;
  const others = dropped.filter((attribute) => attribute !== 'managerUserName');
  if (isProven(session.work, 'managerUserName')) return others;
  const answer = await session.ask((target, signal) =>
    target.find('userName', managerUserName, signal, () => session.count()),
  );
  const isThere = answer.ok && answer.value?.some((account) => account.active);
  return isThere ? dropped : others;
}

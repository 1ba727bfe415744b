import { toEmail } from '../normalise/email.ts';
import type { Person } from '../person.ts';
import type { DraftContext } from '../plan/draft.ts';

/**
 * The manager's login; `null` = to be cleared; `undefined` = not to be spoken of: where the snapshot is incomplete, "no manager"
 * may only mean "not read"; and where the manager is a conflict himself, nobody knows yet what his account will be.
 */
export function decideManager(
  person: Person,
  { managers, selection, matching, complete, byId, policy }: DraftContext,
): string | null | undefined {
  const manager = managers.managerOf.get(person.sourceId) ?? null;
  if (manager === null) return complete ? null : undefined;
  const disposition = selection.get(manager);
  const holders = (userName: string) => matching.index.byUserName.get(userName) ?? [];
  if (disposition?.kind === 'skip' && (disposition.reason !== 'scope-rule' || policy.scope.outOfScope === 'leave')) {
    // Left out of this synchronisation, so his account is what the target has.
    const userName = toEmail(byId.get(manager)?.workEmail);
    return userName !== null && holders(userName).some((holder) => holder.active) ? userName : undefined;
  }
  if (disposition?.kind !== 'account') return complete ? null : undefined;
  if (matching.matches.get(manager)?.kind === 'conflict') {
    return holders(disposition.userName).some((holder) => holder.active) ? disposition.userName : undefined;
  }
  return disposition.userName;
}

import { blockedActions } from '../core/guardrails/guardrails.ts';
import type { Change } from '../core/plan/change.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Operation } from '../core/run/operation.ts';

/** What is to be written at once, what only with the kind that waits, and which kind that is. */
export interface HeldManager {
  /** `null` = nothing of it can be written at once. */
  readonly now: Change | null;
  readonly later: Change;
  readonly kind: Operation['kind'];
}

/**
 * Somebody may be given a manager whose login only comes to be by a change that waits for the admin (a mass update that renames him, a
 * mass create). A target that does not know the login drops it, so that it is kept for then, as a second pass.
 */
export function createManagerHolder(plan: Pick<Plan, 'changes' | 'findings'>): (change: Change) => HeldManager | null {
  const blocked = blockedActions(plan.findings);
  const awaited = new Map<string, Operation['kind']>();
  for (const { action, reason, userName, after } of blocked.size === 0 ? [] : plan.changes) {
    if (action === 'skip' || !blocked.has(action) || reason === 'manager-second-pass' || userName === null) continue;
    const comesToBe = action === 'create' || after.userName !== undefined || after.active === true;
    if (comesToBe) awaited.set(userName.toLowerCase(), action);
  }
  return (change) => {
    const { managerUserName, ...after } = change.after;
    const kind = typeof managerUserName === 'string' ? awaited.get(managerUserName.toLowerCase()) : undefined;
    if (kind === undefined || managerUserName == null || change.action === 'skip' || blocked.has(change.action))
      return null;
    const { managerUserName: managerBefore = null, ...before } = change.before;
    const later: Change = {
      ...change,
      action: 'update',
      reason: 'manager-second-pass',
      params: { manager: managerUserName },
      before: { managerUserName: managerBefore },
      after: { managerUserName },
    };
    const isAll = Object.keys(after).length === 0;
    return { now: isAll ? null : { ...change, before, after }, later, kind };
  };
}

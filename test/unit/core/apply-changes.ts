import { type Account, blankAccount } from '../../../utils/core/account.ts';
import type { SourceId, TargetId } from '../../../utils/core/ids.ts';
import type { Link } from '../../../utils/core/link.ts';
import type { Change } from '../../../utils/core/plan/change.ts';
import { links as makeLinks } from './samples.ts';

/** What a target that takes everything makes of a plan, change by change; refuses what Javelo refuses. */
export function applyChanges(
  accounts: readonly Account[],
  changes: readonly Change[],
): { accounts: Account[]; links: Map<SourceId, Link> } {
  const byId = new Map(accounts.map((account) => [account.targetId, account]));
  const idOf = new Map<SourceId, TargetId>();
  const check = (account: Account) => {
    const others = [...byId.values()].filter((other) => other.targetId !== account.targetId);
    const login = account.userName.toLowerCase();
    if (others.some((other) => other.userName.toLowerCase() === login)) throw new Error(`login taken: ${login}`);
    if (account.managerUserName === null) return;
    const boss = others.find((other) => other.userName === account.managerUserName);
    if (!boss?.active) throw new Error(`no active manager ${account.managerUserName} for ${login}`);
  };
  for (const change of changes) {
    if (change.sourceId !== null && change.targetId !== null && change.match !== null) {
      idOf.set(change.sourceId, change.targetId);
    }
    if (change.action === 'skip') continue;
    const targetId =
      change.action === 'create'
        ? (`new-${change.sourceId}` as TargetId)
        : (change.targetId ?? (change.sourceId === null ? undefined : idOf.get(change.sourceId)));
    if (targetId === undefined) throw new Error('nobody to change');
    const present = byId.get(targetId);
    if (change.action === 'create' && present) throw new Error('created twice');
    const base = present ?? { ...blankAccount, userName: change.userName ?? '', targetId };
    const account: Account = { ...base, ...change.after };
    check(account);
    byId.set(targetId, account);
    if (change.sourceId !== null) idOf.set(change.sourceId, targetId);
  }
  const links = new Map<SourceId, Link>();
  for (const [sourceId, targetId] of idOf) {
    for (const [key, link] of makeLinks([sourceId, 'x'])) links.set(key, { ...link, targetId });
  }
  return { accounts: [...byId.values()], links };
}

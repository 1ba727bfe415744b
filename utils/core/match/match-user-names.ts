import type { Account } from '../account.ts';
import type { SourceId } from '../ids.ts';
import type { MatchContext, PersonMatch } from './match.ts';

/**
 * A person whose login is to change to one that another account has: two accounts fit him, so it is a conflict, unless the other
 * account is to give the login up in the same plan. Repeated until nothing changes, since a conflict keeps its own login.
 */
export function settleUserNames(matches: Map<SourceId, PersonMatch>, context: MatchContext): void {
  const renames = findRenames(matches, context);
  let changed = renames.size > 0;
  while (changed) {
    changed = false;
    const givenUp = new Set([...renames.values()].map((rename) => rename.account.targetId));
    for (const [sourceId, { userName, account }] of renames) {
      const holders = (context.index.byUserName.get(userName) ?? []).filter(
        (each) => each.targetId !== account.targetId,
      );
      if (holders.every((holder) => givenUp.has(holder.targetId))) continue;
      matches.set(sourceId, {
        kind: 'conflict',
        reason: 'match-ambiguous',
        accounts: [account, ...holders],
        params: {
          by: 'userName',
          count: holders.length + 1,
          accounts: holders.map((each) => each.userName).join(', '),
        },
      });
      renames.delete(sourceId);
      changed = true;
    }
  }
}

function findRenames(
  matches: ReadonlyMap<SourceId, PersonMatch>,
  { selection }: MatchContext,
): Map<SourceId, { readonly userName: string; readonly account: Account }> {
  const renames = new Map<SourceId, { readonly userName: string; readonly account: Account }>();
  for (const [sourceId, match] of matches) {
    const disposition = selection.get(sourceId);
    if (match.kind !== 'matched' || disposition?.kind !== 'account') continue;
    if (match.account.userName.toLowerCase() !== disposition.userName) {
      renames.set(sourceId, { userName: disposition.userName, account: match.account });
    }
  }
  return renames;
}

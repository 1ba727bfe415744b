import type { Account } from '../account.ts';
import type { SourceId } from '../ids.ts';
import { forEachInParts, type Parts } from '../parts.ts';
import type { MatchContext, PersonMatch } from './person-match.ts';

/**
 * A person whose login is to change to one that another account has: two accounts fit him, so it is a conflict, unless the other
 * account is to give the login up in the same plan. Repeated until nothing changes, since a conflict keeps its own login.
 */
export function* settleUserNames(matches: Map<SourceId, PersonMatch>, context: MatchContext): Parts<void> {
  const renames = yield* findRenames(matches, context);
  let changed = renames.size > 0;
  while (changed) {
    changed = false;
    const givenUp = new Set<string>();
    yield* forEachInParts(renames.values(), (rename) => void givenUp.add(rename.account.targetId));
    yield* forEachInParts(renames, ([sourceId, { userName, account }]) => {
      const holders = (context.index.byUserName.get(userName) ?? []).filter(
        (each) => each.targetId !== account.targetId,
      );
      if (holders.every((holder) => givenUp.has(holder.targetId))) return;
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
    });
  }
}

type Renames = Map<SourceId, { readonly userName: string; readonly account: Account }>;

function* findRenames(matches: ReadonlyMap<SourceId, PersonMatch>, { selection }: MatchContext): Parts<Renames> {
  const renames: Renames = new Map();
  yield* forEachInParts(matches, ([sourceId, match]) => {
    const disposition = selection.get(sourceId);
    if (match.kind !== 'matched' || disposition?.kind !== 'account') return;
    if (match.account.userName.toLowerCase() !== disposition.userName) {
      renames.set(sourceId, { userName: disposition.userName, account: match.account });
    }
  });
  return renames;
}

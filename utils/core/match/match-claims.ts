import type { Account } from '../account.ts';
import type { SourceId, TargetId } from '../ids.ts';
import { forEachInParts, type Parts } from '../parts.ts';
import { compareSourceIds, isSameHuman } from '../people/select.ts';
import type { MatchContext, PersonMatch } from './person-match.ts';

/**
 * One account, several people: a conflict for all of them, never a write. Except where they are one human being under several
 * source ids (a re-hire, a second employment): then the one who works here now has the account.
 */
export function* settleClaims(matches: Map<SourceId, PersonMatch>, context: MatchContext): Parts<void> {
  const claims = yield* claimsByAccount(matches, context);
  yield* forEachInParts(claims.values(), (claimants) => {
    const [first] = claimants.ids;
    if (first === undefined || (claimants.ids.length === 1 && claimants.absent.length === 0)) return;
    const winner = findWinner(claimants, context);
    const people = claimants.ids.length + claimants.absent.length;
    for (const id of claimants.ids) {
      if (winner === null) {
        const params = { userName: claimants.account.userName, people };
        matches.set(id, { kind: 'conflict', reason: 'account-claimed-twice', params, accounts: [claimants.account] });
      } else if (id !== winner) {
        matches.set(id, { kind: 'superseded', by: winner });
      }
    }
  });
}

interface Claimants {
  readonly account: Account;
  /** People of this snapshot, in the order of their ids. */
  readonly ids: SourceId[];
  /** Linked people who are not in this snapshot and may still be the owners. */
  readonly absent: readonly SourceId[];
}

function* claimsByAccount(
  matches: ReadonlyMap<SourceId, PersonMatch>,
  context: MatchContext,
): Parts<ReadonlyMap<TargetId, Claimants>> {
  const claims = new Map<TargetId, Claimants>();
  yield* forEachInParts(matches, ([sourceId, match]) => {
    if (match.kind !== 'matched') return;
    const { account } = match;
    const known = claims.get(account.targetId);
    if (known !== undefined) known.ids.push(sourceId);
    else
      claims.set(account.targetId, {
        account,
        ids: [sourceId],
        absent: absentOwners(account, sourceId, match, context),
      });
  });
  yield* forEachInParts(claims.values(), ({ ids }) => {
    if (ids.length > 1) ids.sort(compareSourceIds);
  });
  return claims;
}

/**
 * Linked owners who were not read. Someone who is really gone gives the account up to a re-hire who is matched by likeness, unless
 * the days of birth contradict (a mailbox given to somebody new); someone who may only be unread does not.
 */
function absentOwners(
  account: Account,
  sourceId: SourceId,
  match: PersonMatch & { readonly kind: 'matched' },
  { linkedIds, byId, complete }: MatchContext,
): readonly SourceId[] {
  if (match.evidence.by === 'link' || match.evidence.by === 'externalId') return [];
  const absent = (linkedIds.get(account.targetId) ?? []).filter((id) => !byId.has(id));
  const birthDate = byId.get(sourceId)?.birthDate ?? null;
  const contradicts = account.birthDate !== null && birthDate !== null && account.birthDate !== birthDate;
  return complete && !contradicts ? [] : absent;
}

/** The one who keeps the account, or `null` where only an admin can tell. */
function findWinner({ ids, absent }: Claimants, { selection, byId }: MatchContext): SourceId | null {
  if (absent.length > 0) return null;
  const working = ids.filter((id) => selection.get(id)?.kind === 'account');
  const [winner, rival] = working;
  if (winner === undefined) return ids.every((id) => selection.get(id)?.kind === 'left') ? (ids[0] ?? null) : null;
  if (rival !== undefined) return null;
  const person = byId.get(winner);
  const isOneHuman = ids.every((id) => {
    const disposition = selection.get(id);
    if (id === winner || (disposition?.kind === 'joined' && disposition.primary === winner)) return true;
    const other = byId.get(id);
    return person !== undefined && other !== undefined && isSameHuman(person, other);
  });
  return isOneHuman ? winner : null;
}

import type { Account } from '../account.ts';
import type { SourceId, TargetId } from '../ids.ts';
import type { Link } from '../link.ts';
import { atOnce, forEachInParts, type Parts } from '../parts.ts';
import type { Person } from '../person.ts';
import type { MatchEvidence } from '../plan/change.ts';
import { indexAccountsInParts } from './account-index.ts';
import { settleClaims } from './match-claims.ts';
import { settleUserNames } from './match-user-names.ts';
import type { MatchContext, MatchInput, Matching, PersonMatch } from './person-match.ts';

/**
 * Finds everybody's account, the first that fits of: stored link, `externalId`, employee number, userName
 * (javelo-scim.md §1.1, §2.6 rule 6). Several accounts for one person, or one account for several, are conflicts, never a write.
 * People who are no accounts (leavers, future starters, skipped ones) are matched by proof only: link or `externalId`.
 */
export function matchAccounts(input: MatchInput): Matching {
  return atOnce(matchAccountsInParts(input));
}

/** `matchAccounts`, in parts. */
export function* matchAccountsInParts(input: MatchInput): Parts<Matching> {
  const index = yield* indexAccountsInParts(input.accounts);
  const byId = new Map<SourceId, Person>();
  yield* forEachInParts(input.people, (person) => void byId.set(person.sourceId, person));
  const context: MatchContext = { ...input, index, byId, linkedIds: yield* reverseLinks(input.links) };
  const numbers = yield* countNumbers(context);
  const matches = new Map<SourceId, PersonMatch>();
  yield* forEachInParts(input.people, (person) => {
    const match = findByProof(person, context) ?? findByLikeness(person, context, numbers);
    if (match !== null) matches.set(person.sourceId, match);
  });
  yield* settleClaims(matches, context);
  yield* settleUserNames(matches, context);
  const claimed = new Set<TargetId>();
  yield* forEachInParts(matches.values(), (match) => {
    if (match.kind === 'matched') claimed.add(match.account.targetId);
    if (match.kind === 'conflict') for (const account of match.accounts) claimed.add(account.targetId);
  });
  return { matches, claimed, index };
}

function findByProof(person: Person, { index, links, byId }: MatchContext): PersonMatch | null {
  const link = links.get(person.sourceId);
  const linked = link === undefined ? undefined : index.byTargetId.get(link.targetId);
  if (linked !== undefined && !isTakenOver(linked, person.sourceId, links, byId)) {
    return { kind: 'matched', account: linked, evidence: { by: 'link' } };
  }
  return pick(index.byExternalId.get(person.sourceId), { by: 'externalId', value: person.sourceId });
}

/**
 * The account carries the id of another person, who has since been linked to it, or is here and linked elsewhere: a link no
 * longer proves anything. So it is with links made in another environment of the target, whose ids mean other accounts here.
 */
function isTakenOver(
  account: Account,
  sourceId: SourceId,
  links: ReadonlyMap<SourceId, Link>,
  byId: ReadonlyMap<SourceId, Person>,
): boolean {
  const carried = account.externalId as SourceId | null;
  if (carried === null || carried === sourceId) return false;
  const other = links.get(carried);
  return other !== undefined && (other.targetId === account.targetId || byId.has(carried));
}

function findByLikeness(
  person: Person,
  context: MatchContext,
  numbers: ReadonlyMap<string, number>,
): PersonMatch | null {
  const disposition = context.selection.get(person.sourceId);
  if (disposition?.kind !== 'account') return null;
  const number = person.employeeNumber;
  const sameNumber = number === null ? undefined : context.index.byEmployeeNumber.get(number);
  const [only] = sameNumber ?? [];
  if (number !== null && only !== undefined && sameNumber?.length === 1 && numbers.get(number) === 1) {
    if (ownersOf(only, context).every((owner) => owner === person.sourceId)) {
      return { kind: 'matched', account: only, evidence: { by: 'employeeNumber', value: number } };
    }
  }
  return pick(context.index.byUserName.get(disposition.userName), { by: 'userName', value: disposition.userName });
}

function pick(accounts: readonly Account[] | undefined, evidence: MatchEvidence): PersonMatch | null {
  const [account] = accounts ?? [];
  if (account === undefined || accounts === undefined) return null;
  if (accounts.length === 1) return { kind: 'matched', account, evidence };
  return {
    kind: 'conflict',
    reason: 'match-ambiguous',
    accounts,
    params: { by: evidence.by, count: accounts.length, accounts: accounts.map((each) => each.userName).join(', ') },
  };
}

/** Source ids that have proof of the account: those it is linked to, and the known person whose id it carries. */
function ownersOf(account: Account, context: MatchContext): readonly SourceId[] {
  const owners = context.linkedIds.get(account.targetId) ?? [];
  const carried = account.externalId as SourceId | null;
  if (carried === null || owners.includes(carried)) return owners;
  return context.byId.has(carried) || context.links.has(carried) ? [...owners, carried] : owners;
}

/** The links the other way round. */
function* reverseLinks(links: ReadonlyMap<SourceId, Link>): Parts<ReadonlyMap<TargetId, readonly SourceId[]>> {
  const byTarget = new Map<TargetId, SourceId[]>();
  yield* forEachInParts(links.values(), (link) => {
    const ids = byTarget.get(link.targetId);
    if (ids === undefined) byTarget.set(link.targetId, [link.sourceId]);
    else ids.push(link.sourceId);
  });
  return byTarget;
}

/** How many people have each employee number; a second employment of the same human does not count. */
function* countNumbers({ people, selection }: MatchContext): Parts<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  yield* forEachInParts(people, ({ employeeNumber, sourceId }) => {
    if (employeeNumber === null || selection.get(sourceId)?.kind === 'joined') return;
    counts.set(employeeNumber, (counts.get(employeeNumber) ?? 0) + 1);
  });
  return counts;
}

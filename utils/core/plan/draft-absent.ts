import { foldName } from '../normalise/name.ts';
import { collectInParts, forEachInParts, type Parts, sortInParts } from '../parts.ts';
import { compareSourceIds } from '../people/select.ts';
import type { Draft, DraftContext } from './draft.ts';
import { disable } from './draft-leaver.ts';

/**
 * Linked people who are not in a complete snapshot any more: their accounts are disabled once a second run has missed them too,
 * because no snapshot can prove that a well-formed answer left nobody out (models.md c.5: "a second read"), and unless somebody who
 * works here has the account now. To be called with a complete snapshot only (design.md rule 1). Who is gone and already inactive needs no word.
 */
export function* draftAbsent(context: DraftContext): Parts<readonly Draft[]> {
  const { scope } = context.policy;
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  const absent = yield* collectInParts(context.links.values(), (link) =>
    context.byId.has(link.sourceId) ? [] : [link],
  );
  const links = yield* sortInParts(absent, (a, b) => compareSourceIds(a.sourceId, b.sourceId));
  yield* forEachInParts(links, (link) => {
    const account = context.matching.index.byTargetId.get(link.targetId);
    if (account === undefined) return;
    // Whoever is excluded by name is left alone, here and when he is gone.
    if (scope.outOfScope === 'leave' && scope.excludedPeople.includes(link.sourceId)) return;
    if (context.matching.claimed.has(account.targetId)) return;
    if (seen.has(account.targetId) || !account.active) return;
    seen.add(account.targetId);
    const displayName = [account.givenName, account.familyName].filter(Boolean).join(' ') || account.userName;
    const isMissedBefore = link.absentIn !== undefined && link.absentIn !== context.runId;
    const isConfirmed = isMissedBefore || context.runId === null;
    drafts.push({
      sortKey: foldName(account.familyName ?? displayName),
      change: {
        sourceId: link.sourceId,
        targetId: account.targetId,
        version: account.version,
        displayName,
        userName: account.userName,
        companyName: null,
        params: {},
        match: { by: 'link' },
        successorId: link.successorId,
        ...(isConfirmed
          ? disable(account, 'gone-from-source', context)
          : { action: 'skip', reason: 'gone-unconfirmed', before: {}, after: {} }),
      },
    });
  });
  return drafts;
}

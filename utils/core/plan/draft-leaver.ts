import type { Account, AttributeChanges } from '../account.ts';
import { ruleOf } from '../mapping/mapping.ts';
import type { Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Change, ReasonCode } from './change.ts';
import { diffAccount } from './diff.ts';
import { type Draft, type DraftContext, describe, draft } from './draft.ts';

/**
 * Somebody who is to have no active account: disabled where the account is proven to be his by link or `externalId` (rule R15), and
 * the snapshot is complete (design.md rule 1). Never deleted; all else stays as the target has it.
 */
export function draftLeaver(
  person: Person,
  why: 'left' | 'out-of-scope',
  withoutAccount: ReasonCode,
  params: Change['params'],
  context: DraftContext,
): Draft {
  const base = { ...describe(person, person.workEmail), params };
  const match = context.matching.matches.get(person.sourceId);
  switch (match?.kind) {
    case 'conflict':
      return draft(person, { ...base, action: 'skip', reason: match.reason, params: match.params });
    case 'superseded':
      return draft(person, { ...base, action: 'skip', reason: 'joined', params: primaryParams(match.by, context) });
    case 'matched': {
      const { account, evidence } = match;
      const found = {
        ...base,
        targetId: account.targetId,
        version: account.version,
        userName: account.userName,
        match: evidence,
      };
      return draft(person, { ...found, ...disable(account, why, context) });
    }
    case undefined: {
      const stranger = findStranger(person, context);
      if (stranger === null) return draft(person, { ...base, action: 'skip', reason: withoutAccount });
      return draft(person, {
        ...base,
        action: 'skip',
        reason: 'account-not-ours',
        params: { userName: stranger.userName },
      });
    }
  }
}

/** What disabling an account comes to: in one request it loses its manager too, since a disabled user may have none (javelo-scim.md §2.2). */
export function disable(
  account: Account,
  reason: 'left' | 'out-of-scope' | 'gone-from-source',
  context: Pick<DraftContext, 'policy' | 'complete'>,
): Pick<Change, 'action' | 'reason' | 'before' | 'after'> & Partial<Pick<Change, 'params'>> {
  const wanted: AttributeChanges = { active: false, ...managerCleared(context.policy) };
  const difference = diffAccount(wanted, account);
  if (difference === null) return { action: 'skip', reason: 'already-inactive', before: {}, after: {} };
  if (!account.active) return { action: 'update', reason: 'attributes-differ', ...difference };
  if (!context.complete) {
    return { action: 'skip', reason: 'guardrail', before: {}, after: {}, params: { rule: 'source-incomplete' } };
  }
  return { action: 'disable', reason, ...difference };
}

function managerCleared(policy: Policy): AttributeChanges {
  const isWritten = ruleOf('managerUserName', policy).write === 'always';
  return isWritten && !policy.excludedAttributes.includes('managerUserName') ? { managerUserName: null } : {};
}

function primaryParams(by: Person['sourceId'], { byId }: DraftContext): Change['params'] {
  return { primary: byId.get(by)?.companyName ?? '', primaryId: by };
}

/** An active account with the leaver's login that nobody can prove to be his, and that nobody else has. */
function findStranger(person: Person, { matching, selection }: DraftContext): Account | null {
  const userName = person.workEmail?.toLowerCase() ?? null;
  const candidates = userName === null ? [] : (matching.index.byUserName.get(userName) ?? []);
  return (
    candidates.find((account) => {
      const owner = account.externalId as Person['sourceId'] | null;
      return account.active && (owner === null || !selection.has(owner)) && !matching.claimed.has(account.targetId);
    }) ?? null
  );
}

import type { Account, AccountAttribute, AttributeChanges, Desired } from '../account.ts';
import { findLeft } from '../drift.ts';
import { mapPerson } from '../mapping/mapping.ts';
import { decideManager } from '../people/decide-manager.ts';
import type { Person } from '../person.ts';
import type { Change, ReasonCode } from './change.ts';
import { diffAccount } from './diff.ts';
import { type Draft, type DraftContext, describe, draft } from './draft.ts';
import { draftLeaver } from './draft-leaver.ts';

/** People whom a rule leaves out for certain, so that the scope's policy decides about their accounts. */
const outOfScope: ReadonlySet<ReasonCode> = new Set(['employee-type-out-of-scope', 'scope-rule']);

/** What is to happen to one person who was read: exactly one change. */
export function draftPerson(person: Person, context: DraftContext): Draft {
  const disposition = context.selection.get(person.sourceId);
  switch (disposition?.kind) {
    case 'account':
      return draftAccount(person, disposition.userName, context);
    case 'joined': {
      const primary = context.byId.get(disposition.primary);
      return skip(person, context, 'joined', { primary: primary?.companyName ?? '', primaryId: disposition.primary });
    }
    case 'left':
      return draftLeaver(person, 'left', 'left-without-account', {}, context);
    case 'skip': {
      const { reason, params } = disposition;
      return outOfScope.has(reason) && context.policy.scope.outOfScope === 'disable'
        ? draftLeaver(person, 'out-of-scope', reason, params, context)
        : skip(person, context, reason, params);
    }
    case undefined:
      // examinePeople gives everybody a disposition; without one nothing may be written.
      return skip(person, context, 'employee-type-out-of-scope', {});
  }
}

function draftAccount(person: Person, userName: string, context: DraftContext): Draft {
  const match = context.matching.matches.get(person.sourceId);
  if (match?.kind === 'conflict') return skip(person, context, match.reason, match.params);
  // Only people who are no accounts are superseded (match-claims.ts); whoever is must not get a second account.
  if (match?.kind === 'superseded') return skip(person, context, 'joined', { primaryId: match.by });
  const desired = mapPerson(person, {
    managerUserName: decideManager(person, context),
    unread: context.unread,
    policy: context.policy,
    isNew: match === undefined,
  });
  const note = context.managers.notes.get(person.sourceId);
  const params: Change['params'] = note === undefined || note === 'no-manager-in-source' ? {} : { managerNote: note };
  const base = { ...describe(person, userName), params };
  if (match?.kind !== 'matched') {
    return draft(person, {
      ...base,
      action: 'create',
      reason: 'new-in-source',
      after: withoutNulls(desired),
    });
  }
  const { account, evidence } = match;
  const left = findLeft(context.decisions.get(person.sourceId), desired, account);
  const difference = diffAccount(withoutLeft(desired, left), account);
  const found = {
    ...base,
    ...(left.length === 0 ? {} : { params: { ...params, left: left.join(', ') } }),
    targetId: account.targetId,
    version: account.version,
    match: evidence,
  };
  if (difference === null) return draft(person, { ...found, action: 'skip', reason: 'in-step' });
  return draft(person, {
    ...found,
    action: 'update',
    reason: whyUpdate(account, evidence.by === 'link'),
    ...difference,
  });
}

/** Whoever is left switched off is left alone altogether: a disabled account takes no manager (javelo-scim.md §2.2). */
function withoutLeft(desired: Desired, left: readonly AccountAttribute[]): AttributeChanges {
  if (left.includes('active')) return {};
  return Object.fromEntries(Object.entries(desired).filter(([attribute]) => !left.some((each) => each === attribute)));
}

function whyUpdate(account: Account, isLinked: boolean): ReasonCode {
  if (!isLinked) return 'adopted';
  return account.active ? 'attributes-differ' : 'reactivated';
}

function skip(person: Person, { matching }: DraftContext, reason: ReasonCode, params: Change['params']): Draft {
  const match = matching.matches.get(person.sourceId);
  const found =
    match?.kind === 'matched'
      ? { targetId: match.account.targetId, version: match.account.version, match: match.evidence }
      : {};
  return draft(person, { ...describe(person, person.workEmail), ...found, action: 'skip', reason, params });
}

/** A new account lacks what has no value: nothing is there to be cleared. */
function withoutNulls(desired: Desired): AttributeChanges {
  return Object.fromEntries(Object.entries(desired).filter(([, value]) => value !== null));
}

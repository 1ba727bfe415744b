import type { Account, AccountAttribute, AttributeChanges } from '../account.ts';
import type { LogEntry, ModifiedProperty } from '../log/log-entry.ts';
import type { AccountIndex } from '../match/account-index.ts';
import { foldName } from '../normalise/name.ts';
import type { Change } from './change.ts';
import { isSameValue } from './diff.ts';
import type { Draft } from './draft.ts';

export interface UndoContext {
  readonly index: AccountIndex;
  /** Logins, in lower case, that can be somebody's manager afterwards. */
  readonly willBeActive: ReadonlySet<string>;
}

/** What taking back one row of the log comes to. What has been changed since is somebody's later decision and stays. */
export function draftUndo(entry: LogEntry, context: UndoContext): Draft {
  const { sourceId, targetId, displayName, companyName } = entry;
  const account = targetId === null ? undefined : context.index.byTargetId.get(targetId);
  const base = {
    sourceId,
    targetId,
    version: account?.version ?? null,
    displayName,
    userName: account?.userName ?? entry.userName,
    companyName,
    match: { by: 'link' },
    successorId: null,
  } as const;
  const decided = account === undefined ? skip('account-gone') : decide(entry, account, context);
  return { sortKey: foldName(account?.familyName ?? displayName), change: { ...base, ...decided } };
}

type Decision = Pick<Change, 'action' | 'reason' | 'params' | 'before' | 'after'> & Partial<Pick<Change, 'match'>>;

function decide(entry: LogEntry, account: Account, context: UndoContext): Decision {
  const isNew = entry.reason === 'new-in-source' && entry.outcome !== 'updated';
  if (isNew) return switchOff(account);
  const { before, after, changedSince } = compare(entry.modified, account, context);
  const params: Change['params'] = changedSince.length === 0 ? {} : { changedSince: changedSince.join(', ') };
  if (Object.keys(after).length === 0) {
    return changedSince.length === 0 ? skip('in-step') : { ...skip('changed-since'), params };
  }
  return {
    action: after.active === false ? 'disable' : 'update',
    reason: entry.reason === 'adopted' ? 'unadopted' : 'undone',
    params,
    before,
    after,
    // The undo of a run that let go of an account takes hold of it again.
    ...(entry.reason === 'unadopted' ? { match: { by: 'externalId', value: entry.sourceId ?? '' } } : {}),
  };
}

/** Switched off, never deleted; with the manager, since a disabled user may have none (javelo-scim.md §2.2). */
function switchOff(account: Account): Decision {
  if (!account.active) return skip('already-inactive');
  const hasManager = account.managerUserName !== null;
  return {
    action: 'disable',
    reason: 'undone',
    params: {},
    before: { active: true, ...(hasManager ? { managerUserName: account.managerUserName } : {}) },
    after: { active: false, ...(hasManager ? { managerUserName: null } : {}) },
  };
}

interface Comparison {
  readonly before: AttributeChanges;
  readonly after: AttributeChanges;
  readonly changedSince: readonly AccountAttribute[];
}

function compare(modified: readonly ModifiedProperty[], account: Account, context: UndoContext): Comparison {
  const before: Record<string, string | boolean | null> = {};
  const after: Record<string, string | boolean | null> = {};
  const changedSince: AccountAttribute[] = [];
  const restored = modified.find(({ attribute, to }) => attribute === 'active' && account.active === to);
  const isActiveAfter = restored ? restored.from === true : account.active;
  for (const { attribute, from, to } of modified) {
    const present = account[attribute];
    if (isSameValue(attribute, present, from)) continue;
    const isRequired = attribute === 'userName' || attribute === 'active';
    const isManagerGone =
      attribute === 'managerUserName' &&
      typeof from === 'string' &&
      !(isActiveAfter && context.willBeActive.has(from.toLowerCase()));
    if (!isSameValue(attribute, present, to) || isManagerGone || (isRequired && from === null)) {
      changedSince.push(attribute);
      continue;
    }
    before[attribute] = present;
    after[attribute] = from;
  }
  return { before: before as AttributeChanges, after: after as AttributeChanges, changedSince };
}

function skip(reason: Change['reason']): Decision {
  return { action: 'skip', reason, params: {}, before: {}, after: {} };
}

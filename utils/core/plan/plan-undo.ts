import type { Account } from '../account.ts';
import type { PreviousRun } from '../guardrails/guardrail.ts';
import { judgeActions, judgeManagers, judgeRenames } from '../guardrails/guardrail-actions.ts';
import { judgeTarget } from '../guardrails/guardrail-systems.ts';
import { verdictOf } from '../guardrails/guardrails.ts';
import type { SourceId } from '../ids.ts';
import type { Link } from '../link.ts';
import type { LogEntry } from '../log/log-entry.ts';
import { type AccountIndex, indexAccountsInParts } from '../match/account-index.ts';
import { atOnce, forEachInParts, mapInParts, type Parts } from '../parts.ts';
import type { Policy } from '../policy.ts';
import { draftUndo, type UndoContext } from './draft-undo.ts';
import { orderChanges } from './order.ts';
import type { Plan } from './plan.ts';
import { hashPlan } from './plan-hash.ts';

export interface UndoInput {
  /** The log of the run that is to be taken back. */
  readonly entries: readonly LogEntry[];
  readonly accounts: readonly Account[];
  readonly links: ReadonlyMap<SourceId, Link>;
  readonly policy: Policy;
  readonly previous: PreviousRun | null;
}

export type UndoPlan = Pick<Plan, 'changes' | 'findings' | 'verdict' | 'hash'>;

/**
 * Plans to take a run back: created accounts are switched off, changed ones get their old values, switched-off ones are switched on
 * again, each only as far as it still has what that run wrote. Guarded like any other plan; the same for every order of the input.
 */
export function buildUndo(input: UndoInput): UndoPlan {
  return atOnce(buildUndoInParts(input));
}

/** `buildUndo`, in parts. */
export function* buildUndoInParts({ entries, accounts, links, policy, previous }: UndoInput): Parts<UndoPlan> {
  const index = yield* indexAccountsInParts(accounts);
  const context: UndoContext = { index, willBeActive: yield* findActive(entries, index) };
  const drafts = yield* mapInParts(entries.filter(hasWritten), (entry) => draftUndo(entry, context));
  const changes = yield* orderChanges(drafts);
  const ours = [...links.values()].filter(({ targetId }) => index.byTargetId.has(targetId)).length;
  const counted = { people: 0, accounts: index.byTargetId.size };
  const findings = [
    ...judgeTarget({ changes, counted, policy, previous }),
    ...(yield* judgeActions(changes, ours, policy)),
    ...(yield* judgeRenames(changes, ours, policy)),
    ...(yield* judgeManagers(changes, ours, policy)),
  ];
  return { changes, findings, verdict: verdictOf(findings), hash: yield* hashPlan(changes) };
}

/** A new account that could not be finished is there all the same. */
function hasWritten({ outcome, reason, targetId }: LogEntry): boolean {
  if (outcome === 'created' || outcome === 'updated' || outcome === 'disabled') return targetId !== null;
  return (outcome === 'failed' || outcome === 'waiting') && reason === 'new-in-source' && targetId !== null;
}

/** Logins of accounts that are switched on once the undo is through: only these can be somebody's manager (javelo-scim.md §2.2). */
function* findActive(entries: readonly LogEntry[], index: AccountIndex): Parts<ReadonlySet<string>> {
  const active = new Set<string>();
  yield* forEachInParts(index.byTargetId.values(), (account) => {
    if (account.active) active.add(account.userName.toLowerCase());
  });
  yield* forEachInParts(entries, ({ outcome, targetId, modified }) => {
    const account = targetId === null ? undefined : index.byTargetId.get(targetId);
    const wasSwitchedOff = modified.some(({ attribute, from, to }) => attribute === 'active' && from === true && !to);
    if (account && outcome === 'disabled' && wasSwitchedOff) active.add(account.userName.toLowerCase());
    if (account && outcome === 'created') active.delete(account.userName.toLowerCase());
    for (const { attribute, from } of modified) {
      if (account?.active && attribute === 'userName' && typeof from === 'string') active.add(from.toLowerCase());
    }
  });
  return active;
}

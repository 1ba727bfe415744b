import type { SourceId } from '../ids.ts';
import type { Link } from '../link.ts';
import type { AccountIndex } from '../match/account-index.ts';
import { forEachInParts, type Parts } from '../parts.ts';
import type { Change, ChangeAction } from '../plan/change.ts';
import type { Policy } from '../policy.ts';
import type { SourceSnapshot } from '../snapshot.ts';
import { judgeActions, judgeManagers, judgeRenames } from './guardrail-actions.ts';
import { judgeSource, judgeTarget } from './guardrail-systems.ts';

/** One rule that spoke up. `blocks` names the kind of action that stays undone until an admin approves; null = the whole run is refused. */
export interface GuardrailFinding {
  readonly rule:
    | 'source-empty'
    | 'source-shrunken'
    | 'source-incomplete'
    | 'company-missing'
    | 'target-suddenly-empty'
    | 'mass-create'
    | 'mass-update'
    | 'mass-rename'
    | 'mass-manager-change'
    | 'mass-disable';
  readonly verdict: 'refused' | 'needs-approval' | 'notice';
  readonly blocks: Exclude<ChangeAction, 'skip'> | null;
  readonly count: number;
  readonly of: number;
  /** The limit that was passed, in number or in percent. */
  readonly limit: { readonly number: number } | { readonly percent: number };
  /** Up to five names, so that the admin recognises what it is about. */
  readonly examples: readonly string[];
}

export type Verdict = 'safe' | 'needs-approval' | 'refused';

/** What the last good run counted: people who work here, and accounts in the target. */
export interface PreviousRun {
  readonly people: number;
  readonly accounts: number;
}

/** A company of the source. */
export interface KnownCompany {
  readonly id: string;
  readonly name: string;
}

export interface PlanToJudge {
  readonly changes: readonly Change[];
  readonly snapshot: SourceSnapshot;
  readonly links: ReadonlyMap<SourceId, Link>;
  readonly index: AccountIndex;
  readonly counted: PreviousRun;
  readonly policy: Policy;
  readonly previous: PreviousRun | null;
  readonly companiesBefore: readonly KnownCompany[];
}

/**
 * Asks every guardrail about a plan (models.md c.5; javelo-scim.md §6 rows 8 and 9). Percent are of the accounts that are ours: linked,
 * or matched in this very plan. A first run that creates everyone is safe; one that rewrites accounts found there is a mass update.
 */
export function* judgePlan(plan: PlanToJudge): Parts<readonly GuardrailFinding[]> {
  const ours = yield* countOurs(plan);
  const systems = [...judgeSource(plan, ours), ...judgeTarget(plan)];
  yield;
  return [
    ...systems,
    ...judgeActions(plan.changes, ours, plan.policy),
    ...judgeRenames(plan.changes, ours, plan.policy),
    ...judgeManagers(plan.changes, ours, plan.policy),
  ];
}

/** The strictest of the findings. */
export function verdictOf(findings: readonly GuardrailFinding[]): Verdict {
  if (findings.some(({ verdict }) => verdict === 'refused')) return 'refused';
  return findings.some(({ verdict }) => verdict === 'needs-approval') ? 'needs-approval' : 'safe';
}

/** The kinds of action that wait for an admin; the others go on. */
export function blockedActions(findings: readonly GuardrailFinding[]): ReadonlySet<ChangeAction> {
  const blocked = new Set<ChangeAction>();
  for (const { verdict, blocks } of findings) if (verdict === 'needs-approval' && blocks !== null) blocked.add(blocks);
  return blocked;
}

function* countOurs({ changes, links, index }: PlanToJudge): Parts<number> {
  const ours = new Set<string>();
  yield* forEachInParts(links.values(), ({ targetId }) => {
    if (index.byTargetId.has(targetId)) ours.add(targetId);
  });
  yield* forEachInParts(changes, ({ targetId }) => {
    if (targetId !== null) ours.add(targetId);
  });
  return ours.size;
}

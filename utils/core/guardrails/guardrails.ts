import { forEachInParts, type Parts } from '../parts.ts';
import type { ChangeAction } from '../plan/change.ts';
import type { GuardrailFinding, PlanToJudge, Verdict } from './guardrail.ts';
import { judgeActions, judgeManagers, judgeRenames } from './guardrail-actions.ts';
import { judgeSource, judgeTarget } from './guardrail-systems.ts';

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
    ...(yield* judgeActions(plan.changes, ours, plan.policy)),
    ...(yield* judgeRenames(plan.changes, ours, plan.policy)),
    ...(yield* judgeManagers(plan.changes, ours, plan.policy)),
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

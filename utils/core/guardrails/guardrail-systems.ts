import type { GuardrailFinding, PlanToJudge } from './guardrail.ts';
import { exceeds } from './guardrail-actions.ts';

/**
 * Guardrails about the source. Nobody at all: refused. Nobody who works here although accounts are ours, or far fewer than last time:
 * disabling waits for an admin. An incomplete snapshot is a notice: it cannot disable anybody anyway.
 */
export function judgeSource(plan: PlanToJudge, ours: number): readonly GuardrailFinding[] {
  const { snapshot, counted, policy, previous, changes } = plan;
  const examples = () => namesOfDisabled(changes);
  const findings: GuardrailFinding[] = [];
  if (snapshot.people.length === 0) {
    return [
      {
        rule: 'source-empty',
        verdict: 'refused',
        blocks: null,
        count: 0,
        of: ours,
        limit: { number: 1 },
        examples: [],
      },
    ];
  }
  if (!snapshot.complete) {
    const { companies } = snapshot.evidence;
    const unanswered = companies.filter(({ answered }) => !answered);
    findings.push({
      rule: 'source-incomplete',
      verdict: 'notice',
      blocks: 'disable',
      count: unanswered.length,
      of: companies.length,
      limit: { number: 0 },
      examples: unanswered.slice(0, 5).map(({ name }) => name),
    });
  }
  if (counted.people === 0 && ours > 0) {
    const base = { verdict: 'needs-approval', blocks: 'disable', count: 0, of: ours } as const;
    findings.push({ rule: 'source-empty', ...base, limit: { number: 1 }, examples: examples() });
  } else if (previous !== null && previous.people >= policy.minimumForPercent) {
    const lost = previous.people - counted.people;
    if (exceeds(lost, policy.sourceShrinkPercent, previous.people)) {
      const base = {
        verdict: 'needs-approval',
        blocks: 'disable',
        count: counted.people,
        of: previous.people,
      } as const;
      findings.push({
        rule: 'source-shrunken',
        ...base,
        limit: { percent: policy.sourceShrinkPercent },
        examples: examples(),
      });
    }
  }
  return [...findings, ...judgeCompanies(plan)];
}

function namesOfDisabled(changes: PlanToJudge['changes']): readonly string[] {
  const names: string[] = [];
  for (const { action, displayName } of changes) {
    if (action === 'disable') names.push(displayName);
    if (names.length === 5) break;
  }
  return names;
}

/**
 * A company that was there before and is not listed any more did not answer (design.md rule 1): whoever is gone with it is switched off
 * only once an admin says that this is right.
 */
function judgeCompanies({ snapshot, companiesBefore, changes }: PlanToJudge): readonly GuardrailFinding[] {
  const listed = new Set(snapshot.evidence.companies.map(({ id }) => id));
  const missing = companiesBefore.filter(({ id }) => !listed.has(id));
  if (missing.length === 0 || !changes.some(({ reason }) => reason === 'gone-from-source')) return [];
  return [
    {
      rule: 'company-missing',
      verdict: 'needs-approval',
      blocks: 'disable',
      count: missing.length,
      of: companiesBefore.length,
      limit: { number: 0 },
      examples: missing.slice(0, 5).map(({ name }) => name),
    },
  ];
}

/**
 * Guardrails about the target's list, against creating everybody again after a list that came back empty or in part
 * (javelo-scim.md §2.2 "safety"). It had at least `minimumForPercent` accounts and has none now: refused. Less than the share that the
 * policy allows: creating waits for an admin, who may know of a clean-up.
 */
export function judgeTarget({
  counted,
  policy,
  previous,
  changes,
}: Pick<PlanToJudge, 'counted' | 'policy' | 'previous' | 'changes'>): readonly GuardrailFinding[] {
  if (previous === null || previous.accounts < policy.minimumForPercent) return [];
  const lost = previous.accounts - counted.accounts;
  const isEmpty = counted.accounts === 0;
  if (!isEmpty && !exceeds(lost, policy.targetShrinkPercent, previous.accounts)) return [];
  return [
    {
      rule: 'target-suddenly-empty',
      verdict: isEmpty ? 'refused' : 'needs-approval',
      blocks: isEmpty ? null : 'create',
      count: counted.accounts,
      of: previous.accounts,
      limit: { percent: policy.targetShrinkPercent },
      examples: changes
        .filter(({ action }) => action === 'create')
        .slice(0, 5)
        .map((change) => change.displayName),
    },
  ];
}

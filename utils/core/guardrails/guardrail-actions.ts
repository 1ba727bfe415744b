import { filterInParts, type Parts } from '../parts.ts';
import type { Change } from '../plan/change.ts';
import type { Policy } from '../policy.ts';
import type { GuardrailFinding } from './guardrail.ts';

const ruleOf = { create: 'mass-create', update: 'mass-update', disable: 'mass-disable' } as const;

/** Too many of one kind: by number or by percent, each kind blocks only itself. At most one finding per kind; the number speaks first. */
export function* judgeActions(
  changes: readonly Change[],
  ours: number,
  policy: Policy,
): Parts<readonly GuardrailFinding[]> {
  const findings: GuardrailFinding[] = [];
  for (const action of ['create', 'update', 'disable'] as const) {
    const concerned = yield* filterInParts(
      changes,
      (change) => change.action === action && change.reason !== 'manager-second-pass',
    );
    const { number, percent } = policy.thresholds[action];
    const limit =
      number !== null && concerned.length > number
        ? { number }
        : percent !== null && ours >= policy.minimumForPercent && exceeds(concerned.length, percent, ours)
          ? { percent }
          : null;
    if (limit !== null) findings.push(needsApproval(ruleOf[action], action, concerned, ours, limit));
  }
  return findings;
}

/** Many logins change at once: rather a changed mail domain or mixed-up people than so many weddings. */
export function judgeRenames(
  changes: readonly Change[],
  ours: number,
  policy: Policy,
): Parts<readonly GuardrailFinding[]> {
  return judgeAttribute('mass-rename', changes, ours, policy.massRename, ({ before, after }) => {
    return after.userName !== undefined && typeof before.userName === 'string';
  });
}

/** Many managers are replaced or lost at once. A manager given to somebody who had none does no harm and is not counted. */
export function judgeManagers(
  changes: readonly Change[],
  ours: number,
  policy: Policy,
): Parts<readonly GuardrailFinding[]> {
  return judgeAttribute('mass-manager-change', changes, ours, policy.massManagerChange, ({ before, after }) => {
    return after.managerUserName !== undefined && Boolean(before.managerUserName);
  });
}

/** Whether `count` is more than `percent` of `of`. */
export function exceeds(count: number, percent: number, of: number): boolean {
  return count * 100 > percent * of;
}

function* judgeAttribute(
  rule: 'mass-rename' | 'mass-manager-change',
  changes: readonly Change[],
  ours: number,
  limits: { readonly number: number; readonly percent: number },
  isConcerned: (change: Change) => boolean,
): Parts<readonly GuardrailFinding[]> {
  const concerned = yield* filterInParts(changes, (change) => change.action === 'update' && isConcerned(change));
  if (concerned.length <= limits.number || !exceeds(concerned.length, limits.percent, ours)) return [];
  return [needsApproval(rule, 'update', concerned, ours, { percent: limits.percent })];
}

function needsApproval(
  rule: GuardrailFinding['rule'],
  blocks: GuardrailFinding['blocks'],
  concerned: readonly Change[],
  of: number,
  limit: GuardrailFinding['limit'],
): GuardrailFinding {
  const examples = concerned.slice(0, 5).map((change) => change.displayName);
  return { rule, verdict: 'needs-approval', blocks, count: concerned.length, of, limit, examples };
}

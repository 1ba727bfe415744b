import type { Run } from '../../utils/core/run/run.ts';
import { listOf } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

const kinds = ['create', 'update', 'disable'] as const;
const outcomeOf = { create: 'created', update: 'updated', disable: 'disabled' } as const;

type Kind = (typeof kinds)[number];

/** The numbers of a plan in words: `create 248 accounts, update 3 and switch off 1`; null where it changes nothing. */
export function planSentence(t: Translate, counts: Run['counts']): string | null {
  return inWords(t, (kind) => counts[outcomeOf[kind]]);
}

/**
 * The same for what a run holds back until the admin approves: those people are waiting, so that only the safety limits know what
 * for. Where they do not say it of more than one kind, the number of all of them stands for it.
 */
export function waitingSentence(t: Translate, { counts, findings }: Pick<Run, 'counts' | 'findings'>): string | null {
  const held = kinds.filter((kind) =>
    findings.some((each) => each.verdict === 'needs-approval' && each.blocks === kind),
  );
  const told = new Map(
    held.flatMap((kind) => {
      const finding = findings.find(({ rule, blocks }) => rule === `mass-${kind}` && blocks === kind);
      return finding ? [[kind, finding.count] as const] : [];
    }),
  );
  const silent = held.filter((kind) => !told.has(kind));
  const rest = counts.waiting - [...told.values()].reduce((sum, count) => sum + count, 0);
  if (silent.length > 1) return t('plan.do.any', { count: counts.waiting });
  return inWords(t, (kind) => told.get(kind) ?? (silent.includes(kind) ? rest : 0));
}

function inWords(t: Translate, countOf: (kind: Kind) => number): string | null {
  const parts = kinds
    .map((kind) => ({ kind, count: countOf(kind) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => t(`plan.do.${kind}`, { count }));
  return parts.length === 0 ? null : listOf(t.locale, parts);
}

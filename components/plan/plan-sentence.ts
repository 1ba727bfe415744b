import type { Run } from '../../utils/core/run/run.ts';
import { listOf } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

const kinds = ['create', 'update', 'disable'] as const;
const outcomeOf = { create: 'created', update: 'updated', disable: 'disabled' } as const;

type Kind = (typeof kinds)[number];

/** The numbers of a plan in words: `create 248 accounts, update 3 and switch off 1`; null where it changes nothing. */
export function planSentence(
  t: Translate,
  counts: Run['counts'],
  only: ReadonlySet<Kind> = new Set(kinds),
): string | null {
  const parts = kinds
    .map((kind) => ({ kind, count: counts[outcomeOf[kind]] }))
    .filter(({ kind, count }) => count > 0 && only.has(kind))
    .map(({ kind, count }) => t(`plan.do.${kind}`, { count }));
  if (parts.length === 0) return null;
  return listOf(t.locale, parts);
}

/** The kinds of action that wait for the admin. */
export function heldBack(findings: Run['findings']): ReadonlySet<Kind> {
  return new Set(
    findings.flatMap(({ verdict, blocks }) => (verdict === 'needs-approval' && blocks !== null ? [blocks] : [])),
  );
}

import type { ScopeRule } from '../../utils/core/scope/scope.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

interface ScopeCountProps {
  readonly t: Translate;
  readonly count: {
    readonly known: boolean;
    readonly inScope: number;
    readonly outOfScope: number;
    readonly rules: readonly { readonly rule: ScopeRule; readonly people: number }[];
    readonly examples: readonly string[];
  } | null;
}

/** How many people the conditions take and leave out, and who for example. */
export function ScopeCount({ t, count }: ScopeCountProps) {
  if (count === null)
    return (
      <p class="scope-count" role="status">
        {t('state.loading')}
      </p>
    );
  if (!count.known)
    return (
      <p class="scope-count" role="status">
        {t('scope.unknown')}
      </p>
    );
  const { inScope, outOfScope, rules, examples } = count;
  const list = new Intl.ListFormat(t.locale, { type: 'conjunction' });
  return (
    <div class="scope-count" role="status" data-testid="scope-count">
      <strong>{t('scope.count', { inScope, outOfScope })}</strong>
      {outOfScope > 0 ? (
        <span class="soft">
          {list.format(rules.map(({ rule, people }) => t('scope.count.rule', { rule: t(`scope.${rule}`), people })))}.{' '}
          {t('scope.examples', { names: list.format(examples) })}
        </span>
      ) : null}
    </div>
  );
}

import type { MessageKey } from '../../utils/i18n/messages.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

interface QualityListProps<Kind extends string> {
  readonly t: Translate;
  readonly findings: readonly { readonly kind: Kind; readonly count: number }[];
  readonly textOf: (kind: Kind) => MessageKey;
  readonly selected: Kind | null;
  readonly onSelect: (kind: Kind | null) => void;
  /** More may come: the list keeps its place, so that nothing is pushed down. */
  readonly pending?: boolean;
}

/** What is missing or wrong in the data, each with the people it is about a click away. */
export function QualityList<Kind extends string>({
  t,
  findings,
  textOf,
  selected,
  onSelect,
  pending,
}: QualityListProps<Kind>) {
  return (
    <section class="quality" aria-labelledby="quality-title">
      <h2 id="quality-title">{t('quality.title')}</h2>
      <ul>
        {pending && findings.length === 0 ? (
          <li>
            <span class="chip">{t('log.loading')}</span>
          </li>
        ) : null}
        {findings.map(({ kind, count }) => (
          <li key={kind}>
            <button
              type="button"
              class="chip"
              aria-pressed={selected === kind}
              onClick={() => onSelect(selected === kind ? null : kind)}
              data-testid={`quality-${kind}`}
            >
              {t(textOf(kind), { count })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

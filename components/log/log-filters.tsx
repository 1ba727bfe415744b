import { type Outcome, outcomes } from '../../utils/core/log/log-entry.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

export type LogFilterValue = 'all' | 'attention' | Outcome;

interface LogFiltersProps {
  readonly t: Translate;
  readonly filter: LogFilterValue;
  readonly onFilter: (filter: LogFilterValue) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
}

const values: readonly LogFilterValue[] = ['all', 'attention', ...outcomes];

/** Who is shown in the table: by outcome, and by name. */
export function LogFilters({ t, filter, onFilter, text, onText }: LogFiltersProps) {
  const label = (value: LogFilterValue) =>
    value === 'all' || value === 'attention' ? t(`log.filter.${value}`) : t(`outcomes.${value}`);
  const choose = (chosen: string) => onFilter(values.find((value) => value === chosen) ?? 'all');
  return (
    <div class="log-filters">
      <input
        class="search"
        type="search"
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
        placeholder={t('log.search')}
        aria-label={t('log.search')}
        data-testid="log-search"
      />
      <div class="field">
        <select
          value={filter}
          onChange={(event) => choose(event.currentTarget.value)}
          aria-label={t('log.filter')}
          data-testid="log-filter"
        >
          {values.map((value) => (
            <option key={value} value={value}>
              {label(value)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

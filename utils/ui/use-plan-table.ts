import { useMemo, useState } from 'preact/hooks';
import { needsAttention } from '../core/log/attention.ts';
import type { Outcome } from '../core/log/log-entry.ts';
import type { Locale } from '../i18n/locales.ts';
import type { LogRow } from '../messaging/schemas/log.ts';
import { type QualityKind, qualityOf } from './quality.ts';
import { arrangeRows } from './table/arrange-rows.ts';

/** Which people are shown: everyone, those who need the admin, or one outcome. */
export type PlanFilter = 'all' | 'attention' | Outcome;

/** What happens comes before what does not. */
const outcomeOrder: readonly Outcome[] = [
  'failed',
  'created',
  'updated',
  'disabled',
  'waiting',
  'skipped',
  'unchanged',
];

const sortKeys: Readonly<Record<string, (row: LogRow) => string>> = {
  person: (row) => row.displayName,
  outcome: (row) => `${outcomeOrder.indexOf(row.outcome)} ${needsAttention(row) ? 0 : 1} ${row.displayName}`,
  company: (row) => row.companyName ?? '',
  reason: (row) => row.reason,
};

const textOf = (row: LogRow): string => `${row.displayName}\n${row.userName ?? ''}\n${row.sourceId ?? ''}`;

/** The reader's choices about a plan's table, and the lines that come of them. */
export function usePlanTable(rows: readonly LogRow[], locale: Locale, first: PlanFilter) {
  const [filter, setFilter] = useState<PlanFilter>(first);
  const [quality, setQuality] = useState<QualityKind | null>(null);
  const [search, setSearch] = useState('');
  const [grouped, setGrouped] = useState(false);
  const [sort, setSort] = useState({ column: 'outcome', descending: false });
  const [opened, setOpened] = useState<LogRow | null>(null);

  const lines = useMemo(
    () =>
      arrangeRows(rows, {
        keep: (row) =>
          (filter === 'all' || (filter === 'attention' ? needsAttention(row) : row.outcome === filter)) &&
          (quality === null || qualityOf(row).includes(quality)),
        search,
        textOf,
        sortBy: sortKeys[sort.column] ?? textOf,
        descending: sort.descending,
        groupBy: grouped ? (row) => row.companyName ?? '–' : null,
        locale,
      }),
    [rows, filter, quality, search, grouped, sort, locale],
  );
  return {
    lines,
    filter,
    quality,
    search,
    grouped,
    sort,
    opened,
    setFilter,
    setQuality,
    setSearch,
    setGrouped,
    setSort,
    setOpened,
  };
}

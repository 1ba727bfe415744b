import { needsAttention } from '../../utils/core/log/attention.ts';
import type { Run } from '../../utils/core/run/run.ts';
import { reasonText, valueText } from '../../utils/i18n/log-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { StatusDot } from '../feedback/status-dot.tsx';
import { outcomeLabel } from '../run/count-tiles.tsx';
import { outcomeTone } from '../run/outcome-tone.ts';
import type { TableColumn, TableLine, TableSort } from '../table/table-line.ts';
import { VirtualTable } from '../table/virtual-table.tsx';
import type { PlanRow } from './plan-row.ts';

interface PlanTableProps<R extends PlanRow> {
  readonly t: Translate;
  readonly lines: readonly TableLine<R>[];
  readonly mode: Run['mode'];
  readonly nowMs: number;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly onOpen: (row: R) => void;
}

/** A plan person by person, or what became of it: any number of people. */
export function PlanTable<R extends PlanRow>({ t, lines, mode, nowMs, sort, onSort, onOpen }: PlanTableProps<R>) {
  const columns: readonly TableColumn<R>[] = [
    {
      id: 'person',
      label: t('log.column.person'),
      width: 'minmax(0, 2.4fr)',
      sortable: true,
      fromRem: 0,
      cell: (row) => (
        <>
          <span class="cell-main">{row.displayName}</span>
          <span class="cell-sub">{row.userName ?? t('plan.noAddress')}</span>
        </>
      ),
    },
    {
      id: 'outcome',
      label: t('log.column.outcome'),
      width: 'minmax(8.5rem, 0.9fr)',
      sortable: true,
      fromRem: 0,
      cell: (row) => {
        const tone = outcomeTone(row.outcome, needsAttention(row));
        return (
          <span class={`tag ${tone}`}>
            <StatusDot tone={tone} />
            {outcomeLabel(t, row.outcome, mode)}
          </span>
        );
      },
    },
    {
      id: 'company',
      label: t('plan.company'),
      width: 'minmax(0, 1.7fr)',
      sortable: true,
      fromRem: 56,
      cell: (row) => <span class="cell-line">{row.companyName ?? ''}</span>,
    },
    {
      id: 'reason',
      label: t('plan.reason'),
      width: 'minmax(0, 2fr)',
      sortable: true,
      fromRem: 34,
      cell: (row) => <span class="cell-two">{reasonText(t, row, nowMs).what}</span>,
    },
    {
      id: 'changes',
      label: t('log.column.changes'),
      width: 'minmax(0, 1.6fr)',
      sortable: false,
      fromRem: 42,
      cell: (row) => <ChangeSummary t={t} row={row} />,
    },
  ];
  return (
    <VirtualTable
      caption={t('log.title')}
      locale={t.locale}
      columns={columns}
      lines={lines}
      sort={sort}
      onSort={onSort}
      onOpen={onOpen}
      testId="plan"
    />
  );
}

/** The first change, old → new, and how many more there are. */
function ChangeSummary({ t, row }: { readonly t: Translate; readonly row: PlanRow }) {
  const [first, ...others] = row.modified;
  if (first === undefined) return null;
  if (row.outcome === 'created')
    return <span class="cell-sub">{t('log.details', { count: row.modified.length })}</span>;
  return (
    <>
      <span class={others.length === 0 ? 'cell-two' : 'cell-line'}>
        {t(`attributes.${first.attribute}`)}: <s>{valueText(t, first.from)}</s> → {valueText(t, first.to)}
      </span>
      {others.length === 0 ? null : <span class="cell-sub">{t('plan.more', { count: others.length })}</span>}
    </>
  );
}

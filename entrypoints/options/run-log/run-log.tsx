import { useMemo } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Toggle } from '../../../components/form/toggle.tsx';
import { ChangeSheet } from '../../../components/plan/change-sheet.tsx';
import { PlanTable } from '../../../components/plan/plan-table.tsx';
import { QualityList } from '../../../components/plan/quality-list.tsx';
import { CountTiles } from '../../../components/run/count-tiles.tsx';
import { TableTools } from '../../../components/table/table-tools.tsx';
import { outcomes } from '../../../utils/core/log/log-entry.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import type { RunData } from '../../../utils/messaging/schemas/run.ts';
import { qualityFindings } from '../../../utils/ui/quality.ts';
import { useNow } from '../../../utils/ui/use-now.ts';
import { type PlanFilter, usePlanTable } from '../../../utils/ui/use-plan-table.ts';
import { useWholeLog } from '../../../utils/ui/use-whole-log.ts';
import { ExportButtons } from './export-buttons.tsx';

interface RunLogProps {
  readonly t: Translate;
  readonly run: RunData;
  readonly filter: PlanFilter;
}

/** Everyone a run met, as planned or as it became: numbers, what is wrong in the data, everybody in a table. */
export function RunLog({ t, run, filter }: RunLogProps) {
  const people = Object.values(run.counts).reduce((sum, count) => sum + count, 0);
  const log = useWholeLog(run.id, run.state, people);
  const table = usePlanTable(log.rows, t.locale, filter);
  const findings = useMemo(() => qualityFindings(log.rows), [log.rows]);
  const now = useNow(60_000);
  const shown = table.lines.reduce((sum, line) => sum + (line.kind === 'row' ? 1 : 0), 0);

  if (log.error) return <ErrorNotice t={t} error={log.error} />;
  // A run that was stopped before it met anybody.
  if (people === 0 && log.complete) return null;
  if (log.rows.length === 0 && !log.complete) return <Skeleton label={t('log.loading')} heights={[72, 40, 420]} />;
  return (
    <>
      <CountTiles
        t={t}
        counts={run.counts}
        mode={run.mode}
        selected={outcomes.find((outcome) => outcome === table.filter) ?? null}
        onSelect={(outcome) => table.setFilter(outcome ?? 'all')}
      />
      {findings.length === 0 && log.complete ? null : (
        <QualityList
          t={t}
          findings={findings}
          textOf={(kind) => `quality.${kind}`}
          selected={table.quality}
          onSelect={table.setQuality}
          pending={!log.complete}
        />
      )}
      <section class="table-section" aria-label={t('log.title')} aria-busy={!log.complete}>
        <TableTools searchLabel={t('log.search')} text={table.search} onText={table.setSearch} testId="plan-search">
          <Toggle
            label={t('log.filter.attention')}
            pressed={table.filter === 'attention'}
            onChange={(pressed) => table.setFilter(pressed ? 'attention' : 'all')}
            testId="plan-attention"
          />
          <Toggle
            label={t('plan.byCompany')}
            pressed={table.grouped}
            onChange={table.setGrouped}
            testId="plan-grouped"
          />
          <span class="table-count faint" role="status" data-testid="plan-shown">
            {log.complete ? t('plan.shown', { count: shown }) : t('log.loading')}
          </span>
          <ExportButtons t={t} run={run} />
        </TableTools>
        {shown === 0 && log.complete ? (
          <p class="log-empty soft">{t('log.empty')}</p>
        ) : (
          <PlanTable
            t={t}
            lines={table.lines}
            mode={run.mode}
            nowMs={now}
            sort={table.sort}
            onSort={table.setSort}
            onOpen={table.setOpened}
          />
        )}
      </section>
      {table.opened === null ? null : (
        <ChangeSheet t={t} row={table.opened} mode={run.mode} nowMs={now} onClose={() => table.setOpened(null)} />
      )}
    </>
  );
}

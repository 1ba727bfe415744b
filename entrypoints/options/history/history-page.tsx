import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { EmptyState } from '../../../components/layout/empty-state.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { RunChart } from '../../../components/run/run-chart.tsx';
import { RunList } from '../../../components/run/run-list.tsx';
import { routeHash } from '../../../utils/ui/route.ts';
import { useRuns } from '../../../utils/ui/use-runs.ts';
import { FirstStep } from '../first-step.tsx';
import type { PageProps } from '../page-props.ts';
import { RunView } from './run-view.tsx';

/** All runs, and what one of them did person by person. */
export default function HistoryPage({ t, run, route: { runId, attention = false } }: PageProps<'history'>) {
  const { runs, error } = useRuns(`${run.live?.run.id}/${run.live?.run.state}/${run.latest?.run.id}`);
  // A comparison with Javelo changes nothing and would only be a gap.
  const chart = runs?.filter(({ task }) => task?.kind !== 'drift') ?? [];
  const shown = runId ?? runs?.[0]?.id ?? null;
  return (
    <>
      <PageHeader title={t('history.title')} lead={t('history.lead')} />
      {error ? <ErrorNotice t={t} error={error} testId="error" /> : null}
      {runs === null && error === null ? <Skeleton label={t('state.loading')} heights={[96, 72, 320]} /> : null}
      {runs?.length === 0 ? (
        <EmptyState icon="history" title={t('history.empty.title')} text={t('history.empty.text')}>
          <FirstStep t={t} />
        </EmptyState>
      ) : null}
      {chart.length > 1 ? (
        <RunChart t={t} runs={chart} hrefOf={(id) => routeHash({ page: 'history', runId: id })} />
      ) : null}
      {runs && shown !== null ? (
        <div class="history">
          <RunView key={shown} t={t} runId={shown} status={run} attention={attention} />
          <aside>
            <h2>{t('history.runs')}</h2>
            <RunList t={t} runs={runs} selectedId={shown} hrefOf={(id) => routeHash({ page: 'history', runId: id })} />
          </aside>
        </div>
      ) : null}
    </>
  );
}

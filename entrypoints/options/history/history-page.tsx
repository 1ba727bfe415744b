import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { RunList } from '../../../components/run/run-list.tsx';
import { routeHash } from '../../../utils/ui/route.ts';
import { useRuns } from '../../../utils/ui/use-runs.ts';
import type { PageProps } from '../pages.ts';
import { RunView } from './run-view.tsx';

/** All runs, and what one of them did person by person. */
export default function HistoryPage({ t, run, route: { runId, attention = false } }: PageProps<'history'>) {
  const { runs, error } = useRuns(`${run.live?.run.id}/${run.live?.run.state}/${run.latest?.run.id}`);
  const shown = runId ?? runs?.[0]?.id ?? null;
  return (
    <>
      <PageHeader title={t('history.title')} lead={t('history.lead')} />
      {error ? <ErrorNotice t={t} error={error} /> : null}
      {runs === null && error === null ? <Skeleton label={t('state.loading')} heights={[96, 72, 320]} /> : null}
      {runs?.length === 0 ? <Card title={t('history.empty.title')}>{t('history.empty.text')}</Card> : null}
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

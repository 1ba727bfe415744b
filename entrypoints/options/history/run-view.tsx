import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { shownRun } from '../../../utils/ui/shown-run.ts';
import type { RunStatus } from '../../../utils/ui/use-run.ts';
import { useRunDetail } from '../../../utils/ui/use-run-detail.ts';
import { RunLog } from '../run-log/run-log.tsx';
import { LiveProgress } from './live-progress.tsx';
import { RunOutcome } from './run-outcome.tsx';

interface RunViewProps {
  readonly t: Translate;
  readonly runId: string;
  readonly status: RunStatus;
  /** Begins with those who need the admin. */
  readonly attention: boolean;
}

/** One run: its outcome or its progress, its counts, and everyone it met. */
export function RunView({ t, runId, status, attention }: RunViewProps) {
  const live = status.live?.run.id === runId ? status.live : null;
  const detail = useRunDetail(runId, `${live?.run.state}/${status.latest?.run.id}`);

  if (detail.state === 'loading') return <Skeleton label={t('state.loading')} heights={[96, 72, 320]} />;
  if (detail.state === 'error') return <ErrorNotice t={t} error={detail.error} />;
  if (detail.state === 'missing') return <Card>{t('history.notFound')}</Card>;

  const shown = shownRun(detail.summary, status, Date.now());
  const { run } = shown;
  return (
    <div class="run-view">
      {shown.kind === 'working' ? (
        <LiveProgress t={t} live={shown.live} />
      ) : (
        <RunOutcome t={t} run={run} needYou={shown.needYou} status={status} />
      )}
      <RunLog t={t} run={run} filter={attention ? 'attention' : 'all'} />
    </div>
  );
}

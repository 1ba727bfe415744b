import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { EmptyState } from '../../../components/layout/empty-state.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { hasEnded } from '../../../utils/core/run/run.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { routeHash } from '../../../utils/ui/route.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { usePlanRun } from '../../../utils/ui/use-plan-run.ts';
import { FirstStep } from '../first-step.tsx';
import { LiveProgress } from '../history/live-progress.tsx';
import type { PageProps } from '../page-props.ts';
import { RunLog } from '../run-log/run-log.tsx';
import { PlanDecision } from './plan-decision.tsx';

/** Everything that would happen, person by person, before it happens. */
export default function PreviewPage({ t, run, route: { runId } }: PageProps<'preview'>) {
  const plan = usePlanRun(runId, run.live, run.latest?.run.id ?? null);
  const start = useAction(async () => {
    await background('runs.start', { mode: 'dry' });
    location.hash = routeHash({ page: 'preview', runId: null });
    await run.refresh();
  });
  const busy = start.busy || run.live !== null;
  const working = run.live !== null && !hasEnded(run.live.run) && run.live.run.state !== 'awaiting-approval';
  const make = (
    <Button
      kind={plan.state === 'ready' ? 'plain' : 'primary'}
      disabled={busy}
      onClick={() => void start.run()}
      testId="make-preview"
    >
      {t(plan.state === 'ready' ? 'plan.again' : 'plan.make')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('plan.title')} lead={t('plan.lead')}>
        {plan.state === 'ready' ? make : null}
      </PageHeader>
      {start.error ? <ErrorNotice t={t} error={start.error} testId="error" /> : null}
      {working && run.live ? <LiveProgress t={t} live={run.live} /> : null}
      {plan.state === 'loading' ? <Skeleton label={t('state.loading')} heights={[120, 72, 420]} /> : null}
      {plan.state === 'error' ? <ErrorNotice t={t} error={plan.error} /> : null}
      {plan.state === 'missing' ? <Card>{t('history.notFound')}</Card> : null}
      {plan.state === 'none' && !working ? (
        <EmptyState icon="preview" title={t('plan.none.title')} text={t('plan.none.text')}>
          <FirstStep t={t}>{make}</FirstStep>
        </EmptyState>
      ) : null}
      {plan.state === 'ready' ? (
        <>
          <PlanDecision t={t} run={plan.run} status={run} />
          <RunLog key={plan.run.id} t={t} run={plan.run} filter="all" />
        </>
      ) : null}
    </>
  );
}

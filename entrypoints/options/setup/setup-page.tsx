import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { Checklist } from '../../../components/setup/checklist.tsx';
import { background } from '../../../utils/messaging/background-client.ts';
import { routeHash } from '../../../utils/ui/route.ts';
import { doneSteps, type SetupStep, setupSteps } from '../../../utils/ui/setup-steps.ts';
import { useDemo } from '../../../utils/ui/use-demo.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';
import { GuideCard } from '../connection/guide-card.tsx';
import type { PageProps } from '../page-props.ts';

const looked = 50;

const pageOf: Readonly<Record<SetupStep, string>> = {
  nmbrs: routeHash({ page: 'connection' }),
  javelo: routeHash({ page: 'connection' }),
  preview: routeHash({ page: 'preview', runId: null }),
  synchronise: routeHash({ page: 'preview', runId: null }),
};

/** From installation to the first synchronisation, step by step; or first a look around with invented people. */
export default function SetupPage({ t, run }: PageProps<'setup'>) {
  const { demo, start } = useDemo();
  const { value, error } = useLoaded(`setup/${run.latest?.run.id}`, () =>
    Promise.all([
      background('connection.get', null),
      background('runs.list', { limit: looked }),
      background('health.get', null),
    ]),
  );
  const done = value === null ? null : doneSteps(value[0], value[1]);
  const next = setupSteps.find((step) => !done?.has(step));
  return (
    <>
      <PageHeader
        title={t('setup.title')}
        lead={t(done !== null && next === undefined ? 'setup.lead.done' : 'setup.lead')}
      />
      {error ? <ErrorNotice t={t} error={error} /> : null}
      {done === null ? (
        error === null && <Skeleton label={t('state.loading')} heights={[320, 140]} />
      ) : (
        <Card key="steps">
          {next === undefined && value?.[2].quarantine === null ? (
            <Notice tone="good" title={t('setup.complete')} testId="setup-complete" />
          ) : null}
          <Checklist
            t={t}
            steps={setupSteps.map((id) => ({
              id,
              title: t(`setup.${id}`),
              done: done.has(id),
              more: (
                <>
                  {done.has(id) ? null : <p class="soft">{t(`setup.${id}.text`)}</p>}
                  {id === next ? (
                    <a class={id === 'nmbrs' ? 'button' : 'button primary'} href={pageOf[id]} data-testid={`go-${id}`}>
                      {t(id === 'nmbrs' ? 'setup.byHand' : 'setup.open')}
                    </a>
                  ) : null}
                </>
              ),
            }))}
          />
        </Card>
      )}
      {next === 'nmbrs' && done !== null ? <GuideCard t={t} domain="" /> : null}
      {demo && !demo.on && (done !== null || error !== null) ? (
        <Card key="demo" title={t('setup.demo.title')} lead={t('setup.demo.text')}>
          {start.error ? <ErrorNotice t={t} error={start.error} /> : null}
          <div>
            <Button disabled={start.busy} onClick={() => void start.run()} testId="demo-start">
              {t('setup.demo.start')}
            </Button>
          </div>
        </Card>
      ) : null}
    </>
  );
}

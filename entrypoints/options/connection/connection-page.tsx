import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { background } from '../../../utils/messaging/background-client.ts';
import { connectionState } from '../../../utils/ui/connection-state.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useConnection } from '../../../utils/ui/use-connection.ts';
import { useDemo } from '../../../utils/ui/use-demo.ts';
import type { PageProps } from '../page-props.ts';
import { GuideCard } from './guide-card.tsx';
import { JaveloCard } from './javelo-card.tsx';
import { NmbrsCard } from './nmbrs-card.tsx';
import { StartCard } from './start-card.tsx';

/** Connects both sides by hand, each with a Test button; then the first synchronisation. */
export default function ConnectionPage({ t, run }: PageProps<'connection'>) {
  const { connection, error, reload, setConnection } = useConnection();
  // Forgetting empties the forms too: they are made anew.
  const [emptied, setEmptied] = useState(0);
  const forget = useAction(async () => {
    setConnection(await background('connection.forget', null));
    setEmptied((times) => times + 1);
    return true;
  });
  const { demo } = useDemo();
  if (demo?.on) {
    return (
      <>
        <PageHeader title={t('connection.title')} lead={t('connection.lead')} />
        <Notice tone="good" title={t('demo.connected')} testId="demo-connected" />
        <StartCard t={t} run={run} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('connection.title')} lead={t('connection.lead')} />
      {error ? (
        <ErrorNotice t={t} error={error}>
          <div class="actions">
            <Button onClick={reload}>{t('action.retry')}</Button>
          </div>
        </ErrorNotice>
      ) : null}
      {connection === null ? (
        error === null && <Skeleton label={t('state.loading')} heights={[320, 320]} />
      ) : (
        <>
          <GuideCard t={t} domain={connection.nmbrs?.domain ?? ''} />
          <div class="columns">
            <NmbrsCard key={`nmbrs-${emptied}`} t={t} saved={connection.nmbrs} onSaved={setConnection} />
            <JaveloCard key={`javelo-${emptied}`} t={t} saved={connection.target} onSaved={setConnection} />
          </div>
          {connectionState(connection) === 'connected' ? <StartCard t={t} run={run} /> : null}
          {connection.nmbrs || connection.target ? (
            <Card title={t('connection.forget.title')} lead={t('connection.forget.text')}>
              {forget.error ? <ErrorNotice t={t} error={forget.error} /> : null}
              <div>
                <Button kind="danger" disabled={forget.busy} onClick={() => void forget.run()} testId="forget">
                  {t('action.forget')}
                </Button>
              </div>
            </Card>
          ) : null}
          {forget.result && !connection.nmbrs && !connection.target ? (
            <Notice tone="good" title={t('connection.forgotten')} testId="forgotten" />
          ) : null}
        </>
      )}
    </>
  );
}

import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { PersonHistory } from '../../../components/people/person-history.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { routeHash } from '../../../utils/ui/route.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';
import { useNow } from '../../../utils/ui/use-now.ts';
import type { RunStatus } from '../../../utils/ui/use-run.ts';
import { ErasePerson } from './erase-person.tsx';
import { Explained } from './explained.tsx';

interface OnePersonProps {
  readonly t: Translate;
  readonly run: RunStatus;
  readonly sourceId: string;
}

/** One person: where they stand and why, what became of them, and a synchronisation of them alone. */
export function OnePerson({ t, run, sourceId }: OnePersonProps) {
  const { value, error } = useLoaded(`${sourceId}/${run.latest?.run.id}`, async () => ({
    explanation: await background('people.explain', { sourceId }),
  }));
  const now = useNow(60_000);
  const sync = useAction(async (mode: 'dry' | 'live') => {
    await background('people.sync', { sourceId, mode });
    await run.refresh();
  });
  const explanation = value?.explanation ?? null;
  const busy = sync.busy || run.live !== null;
  return (
    <>
      <a class="back" href={routeHash({ page: 'people', sourceId: null })}>
        {t('people.title')}
      </a>
      {error ? <ErrorNotice t={t} error={error} /> : null}
      {value === null ? <PageHeader title={t('log.column.person')} lead={sourceId} /> : null}
      {value === null && error === null ? <Skeleton label={t('state.loading')} heights={[320, 200]} /> : null}
      {value !== null && explanation === null ? (
        <>
          <PageHeader title={t('log.column.person')} lead={sourceId} />
          <Notice tone="plain" title={t('person.unknown')} testId="person-unknown" />
        </>
      ) : null}
      {explanation ? (
        <>
          <PageHeader title={explanation.displayName} lead={explanation.imported?.companyName ?? ''}>
            <div class="form-actions">
              <Button disabled={busy} onClick={() => void sync.run('dry')} testId="person-preview">
                {t('person.preview')}
              </Button>
              <Button kind="primary" disabled={busy} onClick={() => void sync.run('live')} testId="person-sync">
                {t('person.sync')}
              </Button>
            </div>
          </PageHeader>
          {sync.error ? <ErrorNotice t={t} error={sync.error} testId="error" /> : null}
          <Card>
            <Explained t={t} explanation={explanation} nowMs={now} />
          </Card>
          <Card title={t('person.history')}>
            <PersonHistory
              t={t}
              rows={explanation.rows}
              nowMs={now}
              hrefOf={(runId) => routeHash({ page: 'history', runId })}
            />
          </Card>
          <ErasePerson t={t} sourceId={sourceId} />
        </>
      ) : null}
    </>
  );
}

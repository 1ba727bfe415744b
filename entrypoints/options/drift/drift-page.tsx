import { useState } from 'preact/hooks';
import { DriftCard } from '../../../components/drift/drift-card.tsx';
import type { DriftChoice, DriftItem } from '../../../components/drift/drift-item.ts';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { EmptyState } from '../../../components/layout/empty-state.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { relativeTime } from '../../../utils/i18n/format.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { RequestOf } from '../../../utils/messaging/contract.ts';
import { driftPerPage, readDriftPages } from '../../../utils/ui/drift-pages.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';
import { useNow } from '../../../utils/ui/use-now.ts';
import type { PageProps } from '../page-props.ts';

type Decision = RequestOf<'drift.decide'>['decision'];

const decisions: Readonly<Record<DriftChoice, Decision>> = {
  restore: { choice: 'restore' },
  accept: { choice: 'accept' },
  'ignore-3': { choice: 'ignore', months: 3 },
  'ignore-6': { choice: 'ignore', months: 6 },
  'ignore-12': { choice: 'ignore', months: 12 },
};

/** What Javelo has otherwise than the companion wrote it, and what is to become of it. */
export default function DriftPage({ t, run }: PageProps<'drift'>) {
  const isComparing = run.live?.run.task?.kind === 'drift';
  const [wanted, setWanted] = useState(driftPerPage);
  const { value, error, reload } = useLoaded(`drift/${run.live?.run.id ?? ''}`, () =>
    readDriftPages(background, wanted),
  );
  const showMore = () => {
    setWanted((count) => count + driftPerPage);
    reload();
  };
  const now = useNow(60_000);
  const compare = useAction(async () => {
    await background('drift.start', null);
    await run.refresh();
  });
  const decide = useAction(
    async (item: DriftItem, attribute: RequestOf<'drift.decide'>['attribute'], choice: DriftChoice) => {
      await background('drift.decide', { sourceId: item.sourceId, attribute, decision: decisions[choice] });
      reload();
    },
  );
  const problem = error ?? compare.error ?? decide.error;
  const report = value?.report ?? null;
  return (
    <>
      <PageHeader title={t('drift.title')} lead={t('drift.lead')}>
        <Button
          kind="primary"
          disabled={compare.busy || run.live !== null}
          onClick={() => void compare.run()}
          testId="drift-compare"
        >
          {t(isComparing ? 'drift.comparing' : 'drift.compare')}
        </Button>
      </PageHeader>
      {problem ? <ErrorNotice t={t} error={problem} testId="error" /> : null}
      {value === null && error === null ? <Skeleton label={t('state.loading')} heights={[72, 200]} /> : null}
      {value && report === null ? (
        <EmptyState icon="drift" title={t('drift.never.title')} text={t('drift.never.text')} />
      ) : null}
      {value && report ? (
        <>
          <Notice
            tone={value.total === 0 ? 'good' : 'warn'}
            title={t('drift.count', { count: value.total })}
            text={t('drift.when', { when: relativeTime(t.locale, report.at, now) })}
            testId="drift-count"
          />
          {value.items.map((item) => (
            <DriftCard
              key={item.sourceId}
              t={t}
              item={item}
              onChoose={(attribute, choice) => void decide.run(item, attribute, choice)}
            />
          ))}
          {value.next === null ? null : (
            <Button onClick={showMore} testId="drift-more">
              {t('drift.more', { count: value.total - value.items.length })}
            </Button>
          )}
        </>
      ) : null}
    </>
  );
}

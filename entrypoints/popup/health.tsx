import { ErrorNotice } from '../../components/feedback/error-notice.tsx';
import { Button } from '../../components/form/button.tsx';
import { RunProgress } from '../../components/run/run-progress.tsx';
import type { ErrorCode } from '../../utils/core/errors.ts';
import { dateTime, relativeTime } from '../../utils/i18n/format.ts';
import { outcomeText } from '../../utils/i18n/run-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { background } from '../../utils/messaging/background-client.ts';
import type { LiveRunData } from '../../utils/messaging/schemas/run.ts';
import { openOptions } from '../../utils/ui/open-options.ts';
import { useAction } from '../../utils/ui/use-action.ts';
import { useNow } from '../../utils/ui/use-now.ts';
import { useProgress } from '../../utils/ui/use-progress.ts';
import type { RunStatus, RunSummary } from '../../utils/ui/use-run.ts';

interface HealthProps {
  readonly t: Translate;
  readonly status: RunStatus;
}

const mendedOnConnectionPage: ReadonlySet<ErrorCode> = new Set([
  'not-connected',
  'secret-missing',
  'host-permission-missing',
]);

/** A run in progress, or how the last one ended, and Sync now. */
export function Health({ t, status }: HealthProps) {
  const start = useAction(async () => {
    await background('runs.start', { mode: 'live' });
    await status.refresh();
  });
  const { live, latest } = status;
  // From the click on, the last outcome is history.
  const idle = live === null && !start.busy;
  const waits = live?.run.state === 'awaiting-approval';
  return (
    <>
      {live && !waits ? <Working t={t} live={live} /> : null}
      {live && waits ? <Approval t={t} live={live} /> : null}
      {live === null && start.busy ? <Starting t={t} /> : null}
      {idle && latest ? <LastOutcome t={t} summary={latest} /> : null}
      {idle && latest === null ? (
        <div class="words">
          <p class="sentence">{t('popup.ready.title')}</p>
          <p class="soft">{t('popup.ready.text')}</p>
        </div>
      ) : null}
      {start.error ? (
        <ErrorNotice t={t} error={start.error} testId="error">
          {mendedOnConnectionPage.has(start.error.code) ? (
            <div class="actions">
              <Button onClick={() => void openOptions({ page: 'connection' })} testId="set-up">
                {t('action.setUp')}
              </Button>
            </div>
          ) : null}
        </ErrorNotice>
      ) : null}
      {status.error ? <ErrorNotice t={t} error={status.error} /> : null}
      <Button
        kind={waits ? 'plain' : 'primary'}
        wide
        disabled={start.busy || live !== null}
        onClick={() => void start.run()}
        testId="sync-now"
      >
        {t('action.syncNow')}
      </Button>
    </>
  );
}

function Starting({ t }: { readonly t: Translate }) {
  return <RunProgress t={t} state="queued" done={0} total={0} timeLeft={null} pausedUntilMs={null} />;
}

function Working({ t, live }: { readonly t: Translate; readonly live: LiveRunData }) {
  return (
    <div class="words">
      <RunProgress t={t} {...useProgress(t, live)} />
      <p class="faint">{t('progress.keepsGoing')}</p>
    </div>
  );
}

function Approval({ t, live }: { readonly t: Translate; readonly live: LiveRunData }) {
  return (
    <>
      <p class="sentence" data-testid="outcome" data-state={live.run.state}>
        {t('outcome.approval')}
      </p>
      <Button
        kind="primary"
        wide
        onClick={() => void openOptions({ page: 'history', runId: live.run.id })}
        testId="review"
      >
        {t('action.review')}
      </Button>
    </>
  );
}

function LastOutcome({ t, summary: { run, needYou } }: { readonly t: Translate; readonly summary: RunSummary }) {
  const now = useNow(30_000);
  const { what, advice } = outcomeText(t, run, needYou);
  const at = run.endedAt ?? run.updatedAt;
  return (
    <div class="words">
      <div class="words" role="status" data-testid="outcome" data-state={run.state}>
        <p class="sentence">{what}</p>
        {advice ? <p class="soft">{advice}</p> : null}
      </div>
      <p class="faint" title={dateTime(t.locale, at)}>
        {t('popup.lastRun', { when: relativeTime(t.locale, at, now) })}
      </p>
      <div>
        <Button
          kind="quiet"
          onClick={() => void openOptions({ page: 'history', runId: run.id, attention: needYou > 0 })}
          testId="see-details"
        >
          {t(needYou > 0 ? 'action.seeWhoNeedsYou' : 'action.seeDetails')}
        </Button>
      </div>
    </div>
  );
}

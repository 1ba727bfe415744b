import { ErrorNotice } from '../../components/feedback/error-notice.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Button } from '../../components/form/button.tsx';
import { RunProgress } from '../../components/run/run-progress.tsx';
import type { ErrorCode } from '../../utils/core/errors.ts';
import { errorText } from '../../utils/i18n/error-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import type { LiveRunData } from '../../utils/messaging/schemas/run.ts';
import { openOptions } from '../../utils/ui/open-options.ts';
import { ask } from '../../utils/ui/popup/ask.ts';
import type { Status } from '../../utils/ui/popup/use-status.ts';
import { useAction } from '../../utils/ui/use-action.ts';
import { useProgress } from '../../utils/ui/use-progress.ts';
import { Standing } from './standing.tsx';

interface HealthProps {
  readonly t: Translate;
  readonly status: Status & { readonly known: NonNullable<Status['known']> };
}

const mendedOnConnectionPage: ReadonlySet<ErrorCode> = new Set([
  'not-connected',
  'secret-missing',
  'host-permission-missing',
]);

/** A run in progress, or how things stand, and Sync now. */
export function Health({ t, status }: HealthProps) {
  const start = useAction(async () => {
    await ask('runs.start', { mode: 'live' });
    await status.refresh();
  });
  const { live, known } = status;
  const { quarantine, lastRun } = known.health;
  // What stopped the last run stands below.
  const told = lastRun?.state === 'failed' && lastRun.error?.code === quarantine?.reason.code;
  const waits = live?.run.state === 'awaiting-approval';
  return (
    <>
      {quarantine ? (
        <Notice
          tone="warn"
          title={t('quarantine.title')}
          text={told ? t('popup.pausedText') : `${errorText(t, quarantine.reason).what} ${t('popup.pausedText')}`}
          testId="quarantine"
        />
      ) : null}
      {live && !waits ? <Working t={t} live={live} /> : null}
      {live && waits ? <Approval t={t} live={live} /> : null}
      {live === null && start.busy ? (
        <RunProgress t={t} state="queued" done={0} total={0} timeLeft={null} pausedUntilMs={null} />
      ) : null}
      {live === null && !start.busy ? <Standing t={t} known={known} /> : null}
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

function Working({ t, live }: { readonly t: Translate; readonly live: LiveRunData }) {
  return (
    <div class="words">
      <RunProgress t={t} {...useProgress(t, live)} />
      {live.run.error ? <ErrorNotice t={t} error={live.run.error} testId="live-error" /> : null}
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
        onClick={() => void openOptions({ page: 'preview', runId: live.run.id })}
        testId="review"
      >
        {t('action.review')}
      </Button>
    </>
  );
}

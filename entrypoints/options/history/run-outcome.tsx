import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { StatusDot } from '../../../components/feedback/status-dot.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { Findings } from '../../../components/run/findings.tsx';
import { runTone } from '../../../components/run/outcome-tone.ts';
import { dateTime, duration } from '../../../utils/i18n/format.ts';
import { noticeText, outcomeText } from '../../../utils/i18n/run-text.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { RunData } from '../../../utils/messaging/schemas/run.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import type { RunStatus } from '../../../utils/ui/use-run.ts';
import { Undo } from './undo.tsx';

interface RunOutcomeProps {
  readonly t: Translate;
  readonly run: RunData;
  readonly needYou: number;
  readonly status: RunStatus;
}

/** How a run ended, in one sentence; or what it waits for. */
export function RunOutcome({ t, run, needYou, status }: RunOutcomeProps) {
  const took = run.endedAt === null ? null : Date.parse(run.endedAt) - Date.parse(run.startedAt);
  const { what, advice } = outcomeText(t, run, needYou);
  const notices = run.notices.map((notice) => noticeText(t, notice)).filter((text) => text !== null);
  return (
    <Card>
      <div class="outcome">
        <span class="tag">
          <StatusDot tone={runTone(run.state)} />
          {t(`run.${run.mode}`)} · {t(`run.${run.state}`)}
        </span>
        <div data-testid="run-outcome" data-state={run.state}>
          <p class="outcome-sentence">{what}</p>
          {advice ? <p class="soft">{advice}</p> : null}
        </div>
        <p class="faint">
          {dateTime(t.locale, run.startedAt)}
          {took === null
            ? null
            : ` · ${t('history.duration', { duration: duration(t.locale, took), requests: run.requests.target })}`}
        </p>
      </div>
      {run.state === 'awaiting-approval' ? (
        <Approval t={t} run={run} status={status} />
      ) : run.findings.length > 0 ? (
        <Notice tone="warn" title={t('history.findings')}>
          <Findings t={t} findings={run.findings} />
        </Notice>
      ) : null}
      {notices.length > 0 ? (
        <Notice tone="plain" title={t('notices.title')}>
          <ul>
            {notices.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Undo t={t} run={run} status={status} />
    </Card>
  );
}

function Approval({ t, run, status }: Omit<RunOutcomeProps, 'needYou'>) {
  const decide = useAction(async (approved: boolean) => {
    if (approved && run.planHash !== null) {
      await background('runs.approve', { runId: run.id, planHash: run.planHash });
    } else {
      await background('runs.cancel', { runId: run.id });
    }
    await status.refresh();
  });
  return (
    <Notice tone="warn" title={t('guardrails.approve.title')} text={t('guardrails.approve.text')}>
      <Findings t={t} findings={run.findings} />
      {decide.error ? <ErrorNotice t={t} error={decide.error} /> : null}
      <div class="form-actions actions">
        <Button
          kind="primary"
          disabled={decide.busy || run.planHash === null}
          onClick={() => void decide.run(true)}
          testId="approve"
        >
          {t('action.approve')}
        </Button>
        <Button disabled={decide.busy} onClick={() => void decide.run(false)} testId="cancel">
          {t('action.cancel')}
        </Button>
      </div>
    </Notice>
  );
}

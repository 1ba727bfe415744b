import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { Decision } from '../../../components/plan/decision.tsx';
import { planSentence, waitingSentence } from '../../../components/plan/plan-sentence.ts';
import { Findings } from '../../../components/run/findings.tsx';
import { dateTime } from '../../../utils/i18n/format.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { RunData } from '../../../utils/messaging/schemas/run.ts';
import { applyPlan } from '../../../utils/ui/apply-plan.ts';
import { routeHash } from '../../../utils/ui/route.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import type { RunStatus } from '../../../utils/ui/use-run.ts';

interface PlanDecisionProps {
  readonly t: Translate;
  readonly run: RunData;
  readonly status: RunStatus;
}

/** What the plan comes to, what the safety limits say, and the button that carries it out with its numbers spelled out. */
export function PlanDecision({ t, run, status }: PlanDecisionProps) {
  const waits = run.state === 'awaiting-approval';
  const numbers = waits ? waitingSentence(t, run) : planSentence(t, run.counts);
  const apply = useAction(async () => {
    location.hash = routeHash({ page: 'history', runId: await applyPlan(run) });
    await status.refresh();
  });
  const stop = useAction(async () => {
    await background('runs.cancel', { runId: run.id });
    await status.refresh();
  });
  const error = apply.error ?? stop.error;
  const busy = apply.busy || stop.busy || (!waits && status.live !== null);
  return (
    <Card testId="plan-decision">
      <div class="decide">
        <div class="outcome">
          <p class="outcome-sentence">
            {numbers === null ? t('plan.nothing') : t(waits ? 'plan.waits' : 'plan.would', { numbers })}
          </p>
          <p class="faint">{t('plan.madeAt', { when: dateTime(t.locale, run.startedAt) })}</p>
        </div>
        {run.findings.length > 0 ? (
          <Notice tone="warn" title={t(waits ? 'guardrails.approve.title' : 'history.findings')}>
            <Findings t={t} findings={run.findings} />
          </Notice>
        ) : null}
        {error ? <ErrorNotice t={t} error={error} testId="error" /> : null}
        {numbers === null ? null : (
          <Decision
            t={t}
            question={t('plan.question', { numbers })}
            ask={t(waits ? 'plan.approve' : 'plan.apply')}
            confirm={t('plan.confirm', { numbers })}
            busy={busy}
            onConfirm={() => void apply.run()}
          >
            {waits ? (
              <Button disabled={busy} onClick={() => void stop.run()} testId="cancel">
                {t('action.cancel')}
              </Button>
            ) : null}
          </Decision>
        )}
      </div>
    </Card>
  );
}

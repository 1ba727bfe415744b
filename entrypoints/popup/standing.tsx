import { Button } from '../../components/form/button.tsx';
import { RunBars } from '../../components/run/run-bars.tsx';
import { hasEnded } from '../../utils/core/run/run.ts';
import { dateTime, relativeTime } from '../../utils/i18n/format.ts';
import { outcomeText } from '../../utils/i18n/run-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { openOptions } from '../../utils/ui/open-options.ts';
import type { Status } from '../../utils/ui/popup/use-status.ts';
import { useNow } from '../../utils/ui/use-now.ts';

interface StandingProps {
  readonly t: Translate;
  readonly known: NonNullable<Status['known']>;
}

/** One line of health, when it was so and when it is looked at again, and the last five runs. */
export function Standing({ t, known: { health } }: StandingProps) {
  const now = useNow(30_000);
  const { people, nextRunAt, recentRuns } = health;
  // A preview says nothing about how things stand, unless there is nothing else yet.
  const lastRun = recentRuns.find((run) => run.mode === 'live' && hasEnded(run)) ?? health.lastRun;
  if (lastRun === null) {
    return (
      <div class="words">
        <p class="sentence">{t('popup.ready.title')}</p>
        <p class="soft">{t('popup.ready.text')}</p>
      </div>
    );
  }
  const needYou = people?.needYou ?? 0;
  // Where the run itself was stopped, its own reason comes first.
  const asked = needYou > 0 && lastRun.state !== 'failed';
  const { what, advice } = outcomeText(t, lastRun, needYou);
  const at = lastRun.endedAt ?? lastRun.startedAt;
  const openRun = (runId: string) => void openOptions({ page: 'history', runId });
  return (
    <>
      <div class="words">
        <div class="words" role="status" data-testid="outcome" data-state={lastRun.state}>
          <p class="sentence">{what}</p>
          {advice ? <p class="soft">{advice}</p> : null}
        </div>
        <div>
          <Button
            kind="quiet"
            onClick={() => void openOptions({ page: 'history', runId: lastRun.id, attention: asked })}
            testId="see-details"
          >
            {t(asked ? 'action.seeWhoNeedsYou' : 'action.seeDetails')}
          </Button>
        </div>
      </div>
      <div class="times">
        <p class="faint">
          <span title={dateTime(t.locale, at)}>{t('popup.lastRun', { when: relativeTime(t.locale, at, now) })}</span>
          <span data-testid="next-run">
            {nextRunAt === null
              ? t('popup.byHand')
              : t('popup.nextRun', { when: relativeTime(t.locale, nextRunAt, now) })}
          </span>
        </p>
        <RunBars t={t} runs={recentRuns} onOpen={openRun} />
      </div>
    </>
  );
}

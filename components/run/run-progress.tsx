import type { RunState } from '../../utils/core/run/run.ts';
import { clockTime, wholeNumber } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';

interface RunProgressProps {
  readonly t: Translate;
  readonly state: RunState;
  readonly done: number;
  /** 0 = not known yet. */
  readonly total: number;
  /** In words, or null while it cannot be told. */
  readonly timeLeft: string | null;
  /** Nothing goes on before this time, in ms; null = it goes on now. */
  readonly pausedUntilMs: number | null;
}

/** What the run is doing, how far it is and how long it will take. The words are read out; the bar is for the eye. */
export function RunProgress({ t, state, done, total, timeLeft, pausedUntilMs }: RunProgressProps) {
  const known = total > 0;
  const percent = known ? Math.min(100, (100 * done) / total) : 0;
  const count = { done: wholeNumber(t.locale, done), total: wholeNumber(t.locale, total) };
  return (
    <div class="progress" data-testid="progress">
      <strong aria-live="polite">{t(`run.${state}`)}</strong>
      <div
        class="progress-track"
        role="progressbar"
        aria-label={t('progress.label')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={known ? Math.round(percent) : undefined}
        aria-valuetext={known ? t('progress.count', count) : undefined}
      >
        <div
          class={known ? 'progress-fill' : 'progress-fill unknown'}
          style={known ? { width: `${percent}%` } : undefined}
        />
      </div>
      <div class="progress-line">
        <span data-testid="progress-count">{known ? t('progress.count', count) : ''}</span>
        <span data-testid="progress-left">{timeLeft ?? ''}</span>
      </div>
      {pausedUntilMs === null ? null : (
        <p class="faint">{t('progress.pausedUntil', { time: clockTime(t.locale, pausedUntilMs) })}</p>
      )}
    </div>
  );
}

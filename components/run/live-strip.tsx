import type { RunState } from '../../utils/core/run/run.ts';
import { wholeNumber } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { StatusDot } from '../feedback/status-dot.tsx';

interface LiveStripProps {
  readonly t: Translate;
  readonly state: RunState;
  readonly done: number;
  readonly total: number;
  readonly timeLeft: string | null;
  readonly href: string;
}

/** One line about the run that goes on, on pages that are about something else. */
export function LiveStrip({ t, state, done, total, timeLeft, href }: LiveStripProps) {
  const count = { done: wholeNumber(t.locale, done), total: wholeNumber(t.locale, total) };
  return (
    <aside class="live-strip" aria-label={t('progress.label')} data-testid="live-strip">
      <StatusDot tone={state === 'awaiting-approval' ? 'warn' : 'busy'} />
      <strong>{t(`run.${state}`)}</strong>
      <span class="soft">
        {total > 0 ? t('progress.count', count) : ''}
        {timeLeft === null ? '' : ` · ${timeLeft}`}
      </span>
      <a href={href}>{t(state === 'awaiting-approval' ? 'action.review' : 'action.follow')}</a>
    </aside>
  );
}

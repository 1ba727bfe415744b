import type { Translate } from '../../utils/i18n/translator.ts';
import { Button } from '../form/button.tsx';

interface DemoBannerProps {
  readonly t: Translate;
  readonly weeks: number;
  readonly busy: boolean;
  readonly onWeek: () => void;
  readonly onLeave: () => void;
}

/** Says on every page that nothing here is real, and offers what only a demo can do. */
export function DemoBanner({ t, weeks, busy, onWeek, onLeave }: DemoBannerProps) {
  return (
    <aside class="demo-banner" aria-label={t('demo.title')} data-testid="demo-banner">
      <div>
        <strong>{t('demo.title')}</strong> {t('demo.text')}{' '}
        {weeks > 0 ? (
          <span role="status" data-testid="demo-weeks">
            {t('demo.weeks', { weeks })}
          </span>
        ) : null}
      </div>
      <div class="form-actions">
        <Button disabled={busy} onClick={onWeek} testId="demo-week">
          {t('demo.week')}
        </Button>
        <Button disabled={busy} onClick={onLeave} testId="demo-leave">
          {t('demo.leave')}
        </Button>
      </div>
    </aside>
  );
}

import type { ErrorInfo } from '../../utils/core/errors.ts';
import { errorSentence, errorText } from '../../utils/i18n/error-text.ts';
import { dateTime } from '../../utils/i18n/format.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { Button } from '../form/button.tsx';
import { Notice } from './notice.tsx';

interface QuarantineNoticeProps {
  readonly t: Translate;
  /** Times as ISO 8601. */
  readonly quarantine: { readonly reason: ErrorInfo; readonly since: string; readonly nextTestAt: string };
  readonly testing: boolean;
  /** What the test just made found, or why it could not be made; null = none was made, or nothing is wrong. */
  readonly found: ErrorInfo | null;
  readonly onTest: () => void;
}

/** Synchronising is paused: why, since when, what to do, and a test at once. */
export function QuarantineNotice({ t, quarantine, testing, found, onTest }: QuarantineNoticeProps) {
  const { reason, since, nextTestAt } = quarantine;
  const { what, advice } = errorText(t, reason);
  return (
    <Notice tone="warn" title={t('quarantine.title')} text={what} testId="quarantine">
      {advice === null ? null : <span>{advice}</span>}
      <span data-testid="quarantine-since">
        {t('quarantine.since', { since: dateTime(t.locale, since), next: dateTime(t.locale, nextTestAt) })}
      </span>
      {found === null || testing ? null : (
        <span data-testid="quarantine-found">{t('quarantine.stillFails', { why: errorSentence(t, found) })}</span>
      )}
      <div class="actions">
        <Button disabled={testing} onClick={onTest} testId="quarantine-test">
          {t(testing ? 'action.testing' : 'quarantine.test')}
        </Button>
      </div>
    </Notice>
  );
}

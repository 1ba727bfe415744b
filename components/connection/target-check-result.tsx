import type { ErrorInfo } from '../../utils/core/errors.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import { Notice } from '../feedback/notice.tsx';

interface TargetCheckResultProps {
  readonly t: Translate;
  readonly check: {
    readonly ok: boolean;
    readonly accounts: number | null;
    readonly error: Pick<ErrorInfo, 'code' | 'params'> | null;
  };
}

/** What a test of Javelo found. */
export function TargetCheckResult({ t, check }: TargetCheckResultProps) {
  if (!check.ok) {
    return (
      <ErrorNotice t={t} error={check.error ?? { code: 'target-unavailable', params: {} }} testId="javelo-result" />
    );
  }
  const title = check.accounts === null ? t('javelo.okUncounted') : t('javelo.ok', { accounts: check.accounts });
  return <Notice tone="good" title={title} testId="javelo-result" />;
}

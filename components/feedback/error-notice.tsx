import type { ComponentChildren } from 'preact';
import type { ErrorInfo } from '../../utils/core/errors.ts';
import { errorText } from '../../utils/i18n/error-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { Notice } from './notice.tsx';

interface ErrorNoticeProps {
  readonly t: Translate;
  readonly error: Pick<ErrorInfo, 'code' | 'params'>;
  readonly children?: ComponentChildren;
  readonly testId?: string;
}

/** What is wrong in one sentence, and what to do about it in the next. */
export function ErrorNotice({ t, error, children, testId }: ErrorNoticeProps) {
  const { what, advice } = errorText(t, error);
  return (
    <Notice tone="bad" title={what} text={advice} {...(testId === undefined ? {} : { testId })}>
      {children}
    </Notice>
  );
}

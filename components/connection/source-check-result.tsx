import type { ErrorInfo } from '../../utils/core/errors.ts';
import { errorSentence, serviceName } from '../../utils/i18n/error-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import { Notice } from '../feedback/notice.tsx';

interface Right {
  readonly service: string;
  readonly method: string;
  readonly required: boolean;
  readonly granted: boolean | null;
}

interface SourceCheckResultProps {
  readonly t: Translate;
  readonly check: {
    readonly ok: boolean;
    readonly environment: string | null;
    readonly companies: readonly { readonly name: string }[];
    readonly permissions: readonly Right[];
    readonly error: Pick<ErrorInfo, 'code' | 'params'> | null;
  };
}

/** What a test of Nmbrs found: connected, or what is missing, right by right. */
export function SourceCheckResult({ t, check }: SourceCheckResultProps) {
  const missing = check.permissions.filter((right) => right.granted === false);
  const required = missing.filter((right) => right.required);
  if (!check.ok) {
    return (
      <ErrorNotice t={t} error={check.error ?? { code: 'source-invalid', params: {} }} testId="nmbrs-result">
        {required.length > 0 ? (
          <>
            <span>{t('nmbrs.missingRights', { count: required.length })}</span>
            <Rights t={t} rights={required} />
          </>
        ) : null}
      </ErrorNotice>
    );
  }
  const environment = check.environment || 'none';
  return (
    <Notice
      tone="good"
      title={t('nmbrs.ok', { environment, companies: check.companies.length })}
      text={check.companies.length > 0 ? check.companies.map((company) => company.name).join(', ') : null}
      testId="nmbrs-result"
    >
      {check.error ? <span>{errorSentence(t, check.error)}</span> : null}
      {missing.length > 0 ? (
        <>
          <span>{t('nmbrs.optionalRights')}</span>
          <Rights t={t} rights={missing} />
        </>
      ) : null}
    </Notice>
  );
}

function Rights({ t, rights }: { readonly t: Translate; readonly rights: readonly Right[] }) {
  return (
    <ul>
      {rights.map(({ service, method }) => {
        const reason = `permission.${service}.${method}`;
        return (
          <li key={reason}>
            {serviceName(service)}: <code>{method}</code>. {t.has(reason) ? t(reason) : null}
          </li>
        );
      })}
    </ul>
  );
}

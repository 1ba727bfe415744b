import type { Permission } from '../../utils/core/permissions/permission.ts';
import type { DoctorResult } from '../../utils/core/tour/tour.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { ErrorNotice } from '../feedback/error-notice.tsx';
import { Notice } from '../feedback/notice.tsx';
import { Button } from '../form/button.tsx';
import { serviceNames } from './service-names.ts';

interface DoctorViewProps {
  readonly t: Translate;
  readonly result: DoctorResult;
  /** Leads back to the switch of a permission; absent where no guide is running. */
  readonly onShow?: (permission: Permission) => void;
}

/** Which permissions Nmbrs really grants, and the way back to those it refuses. */
export function DoctorView({ t, result, onShow }: DoctorViewProps) {
  return (
    <section data-testid="doctor" data-ok={result.ok}>
      {result.error ? <ErrorNotice t={t} error={result.error} /> : null}
      {result.ok ? <Notice tone="good" title={t('doctor.ok', { count: result.granted.length })} /> : null}
      {result.refused.length > 0 ? (
        <Notice tone="warn" title={t('doctor.refused', { count: result.refused.length })}>
          <ul>
            {result.refused.map((permission) => (
              <li key={`${permission.service}.${permission.method}`} data-testid="doctor-refused">
                <code>{permission.method}</code> ({serviceNames[permission.service]}){' '}
                {onShow ? (
                  <Button kind="quiet" onClick={() => onShow(permission)} testId="doctor-show">
                    {t('doctor.show')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </section>
  );
}

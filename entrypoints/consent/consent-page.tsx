import { useState } from 'preact/hooks';
import { BrandMark } from '../../components/brand-mark.tsx';
import { ErrorNotice } from '../../components/feedback/error-notice.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { Button } from '../../components/form/button.tsx';
import { Checkbox } from '../../components/form/checkbox.tsx';
import { DoctorView } from '../../components/guide/doctor-view.tsx';
import type { Permission } from '../../utils/core/permissions/permission.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { background } from '../../utils/messaging/background-client.ts';
import { askToReach } from '../../utils/platform/permissions.ts';
import { useAction } from '../../utils/ui/use-action.ts';
import type { Asking } from './asking.ts';

interface ConsentPageProps {
  readonly t: Translate;
  readonly asking: Asking | null;
}

/** Asks whether the token may be read off the Nmbrs page, takes it over, and shows which permissions work. */
export function ConsentPage({ t, asking }: ConsentPageProps) {
  const [remember, setRemember] = useState(false);
  const doctor = useAction(() => background('doctor.run', null));
  const taking = useAction(async (from: Asking, asked: Promise<unknown>) => {
    await asked;
    const saved = await background('token.consent', { tabId: from.tabId, remember });
    void doctor.run();
    return saved;
  });
  const show = (permission: Permission | null) => {
    if (asking) void background('guide.show', { tabId: asking.tabId, permission });
  };
  const agree = (from: Asking) => {
    // Firefox knows of the click only until something is awaited.
    const asked = from.apiPattern === null ? Promise.resolve() : askToReach([from.apiPattern]);
    void taking.run(from, asked);
  };
  return (
    <main>
      <span class="brand">
        <BrandMark size={22} />
        <span>{t('app.name')}</span>
      </span>
      <h1>{t('consent.title')}</h1>
      {asking === null ? (
        <Notice tone="warn" title={t('doctor.gone')} />
      ) : taking.result ? (
        <>
          <Notice tone="good" title={t('consent.done', taking.result)} testId="consent-done" />
          {doctor.busy ? <p role="status">{t('consent.checking')}</p> : null}
          {doctor.error ? <ErrorNotice t={t} error={doctor.error} /> : null}
          {doctor.result ? <DoctorView t={t} result={doctor.result} onShow={show} /> : null}
          <div class="form-actions">
            <Button onClick={() => show(null)} testId="consent-back">
              {t('doctor.back')}
            </Button>
            <Button disabled={doctor.busy} onClick={() => void doctor.run()} testId="consent-check">
              {t('doctor.run')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{t('consent.lead')}</p>
          <p>
            {t('consent.environment')}: <span class="host">{asking.host}</span>
          </p>
          <p class="soft">{t('consent.kept')}</p>
          <Checkbox
            id="consent-remember"
            label={t('connection.remember')}
            hint={t('connection.remember.hint')}
            checked={remember}
            onChange={setRemember}
            testId="consent-remember"
          />
          {taking.error ? <ErrorNotice t={t} error={taking.error} testId="consent-error" /> : null}
          <div class="form-actions">
            <Button kind="primary" disabled={taking.busy} onClick={() => agree(asking)} testId="consent-agree">
              {t(taking.busy ? 'consent.working' : 'consent.agree')}
            </Button>
          </div>
        </>
      )}
    </main>
  );
}

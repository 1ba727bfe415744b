import { useEffect, useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Field } from '../../../components/form/field.tsx';
import { Checklist } from '../../../components/guide/checklist.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { tenantAddress } from '../../../utils/core/connection/tenant-address.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { askToReach } from '../../../utils/platform/permissions.ts';
import { checklistLines } from '../../../utils/ui/checklist-lines.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useTours } from '../../../utils/ui/use-tours.ts';

interface GuideCardProps {
  readonly t: Translate;
  readonly domain: string;
}

/** Opens the admin's own Nmbrs with the guide in it; the host is asked for here, in the click. */
export function GuideCard({ t, domain }: GuideCardProps) {
  const [address, setAddress] = useState(domain);
  const { tours, reload } = useTours();
  const found = tenantAddress(address);
  const start = useAction(async (asked: Promise<boolean>) => {
    if (!(await asked)) return false;
    await background('guide.start', { address });
    return true;
  });
  useEffect(reload, [start.result]);
  return (
    <Card title={t('guideSetup.title')} lead={t('guideSetup.text')}>
      <form class="form" onSubmit={(event) => event.preventDefault()} autocomplete="off">
        <Field
          id="guide-address"
          label={t('nmbrs.domain')}
          hint={t('nmbrs.domain.hint')}
          placeholder={t('nmbrs.domain.placeholder')}
          value={address}
          onInput={setAddress}
          testId="guide-address"
        />
        <div class="form-actions">
          <Button
            kind="primary"
            type="submit"
            disabled={start.busy || found === null}
            onClick={() => found && void start.run(askToReach([found.pattern]))}
            testId="guide-start"
          >
            {t('guideSetup.start')}
          </Button>
        </div>
        {found ? <p class="faint">{t('guideSetup.host', { host: new URL(found.origin).hostname })}</p> : null}
        {start.result === false ? <Notice tone="warn" title={t('guideSetup.refused')} /> : null}
        {start.error ? <ErrorNotice t={t} error={start.error} /> : null}
        {tours.map(({ tabId, tenant, checklist }) => (
          <section key={tabId} aria-label={tenant}>
            <Checklist lines={checklistLines(t, checklist)} />
            <Button kind="quiet" onClick={() => void background('guide.show', { tabId, permission: null })}>
              {t('doctor.back')}
            </Button>
          </section>
        ))}
      </form>
    </Card>
  );
}

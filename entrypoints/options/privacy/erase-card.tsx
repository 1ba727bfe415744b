import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { chooseLanguage } from '../../../utils/i18n/chosen-language.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { useAction } from '../../../utils/ui/use-action.ts';

/** Everything gone, after a second click. */
export function EraseCard({ t }: { readonly t: Translate }) {
  const [asked, setAsked] = useState(false);
  const erase = useAction(async () => {
    await background('privacy.eraseEverything', null);
    chooseLanguage(null);
    setAsked(false);
    return true;
  });
  return (
    <Card title={t('erase.title')} lead={t('erase.text')} testId="erase-card">
      {erase.error ? <ErrorNotice t={t} error={erase.error} testId="erase-error" /> : null}
      {erase.result ? <Notice tone="good" title={t('erase.done')} testId="erase-done" /> : null}
      <div class="form-actions">
        {asked ? (
          <>
            <Button kind="danger" disabled={erase.busy} onClick={() => void erase.run()} testId="erase-sure">
              {t('erase.sure')}
            </Button>
            <Button disabled={erase.busy} onClick={() => setAsked(false)}>
              {t('erase.keep')}
            </Button>
          </>
        ) : (
          <Button kind="danger" onClick={() => setAsked(true)} testId="erase">
            {t('erase.action')}
          </Button>
        )}
      </div>
    </Card>
  );
}

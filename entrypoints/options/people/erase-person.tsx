import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Checkbox } from '../../../components/form/checkbox.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { useAction } from '../../../utils/ui/use-action.ts';

interface ErasePersonProps {
  readonly t: Translate;
  readonly sourceId: string;
}

/** Everything kept about one person, gone after a second click. */
export function ErasePerson({ t, sourceId }: ErasePersonProps) {
  const [asked, setAsked] = useState(false);
  const [exclude, setExclude] = useState(true);
  const erase = useAction(async () => {
    await background('log.erasePerson', { sourceId, exclude });
    setAsked(false);
    return true;
  });
  return (
    <Card title={t('person.erase.title')} lead={t('person.erase.text')} testId="erase-person-card">
      {erase.error ? <ErrorNotice t={t} error={erase.error} testId="erase-person-error" /> : null}
      {erase.result ? <Notice tone="good" title={t('person.erase.done')} testId="erase-person-done" /> : null}
      {asked ? (
        <>
          <Checkbox
            id="erase-person-exclude"
            label={t('person.erase.exclude')}
            hint={t('person.erase.exclude.hint')}
            checked={exclude}
            onChange={setExclude}
            testId="erase-person-exclude"
          />
          <div class="form-actions">
            <Button kind="danger" disabled={erase.busy} onClick={() => void erase.run()} testId="erase-person-sure">
              {t('erase.sure')}
            </Button>
            <Button disabled={erase.busy} onClick={() => setAsked(false)}>
              {t('erase.keep')}
            </Button>
          </div>
        </>
      ) : (
        <div class="form-actions">
          <Button kind="danger" onClick={() => setAsked(true)} testId="erase-person">
            {t('person.erase.title')}
          </Button>
        </div>
      )}
    </Card>
  );
}

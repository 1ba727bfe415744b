import { Button } from '../../components/form/button.tsx';
import { Checklist } from '../../components/guide/checklist.tsx';
import type { Translate } from '../../utils/i18n/translator.ts';
import { checklistLines } from '../../utils/ui/checklist-lines.ts';
import { ask } from '../../utils/ui/popup/ask.ts';
import type { Guide } from '../../utils/ui/popup/first-answers.ts';

interface GuidesProps {
  readonly t: Translate;
  readonly guides: readonly Guide[];
}

/** The checklist of the card on the Nmbrs pages, as long as it has something to do, and the way back there. */
export function Guides({ t, guides }: GuidesProps) {
  return (
    <>
      {guides.map(({ tabId, tenant, checklist }) => (
        <section key={tenant} class="guide" data-testid="guide" aria-label={t('popup.guide.title', { tenant })}>
          <h2 class="guide-title">{t('popup.guide.title', { tenant })}</h2>
          <Checklist lines={checklistLines(t, checklist)} />
          <Button wide onClick={() => void ask('guide.show', { tabId, permission: null })} testId="guide-back">
            {t('popup.guide.back')}
          </Button>
        </section>
      ))}
    </>
  );
}

import { Button } from '../../components/form/button.tsx';
import type { Translate } from '../../utils/i18n/translator.ts';
import { openOptions } from '../../utils/ui/open-options.ts';
import type { ConnectionState } from '../../utils/ui/use-connection.ts';

interface NotConnectedProps {
  readonly t: Translate;
  readonly state: Exclude<ConnectionState, 'connected'>;
}

/** Nothing can be synchronised yet; the way to change that. */
export function NotConnected({ t, state }: NotConnectedProps) {
  return (
    <>
      <div class="words">
        <p class="sentence">{t(`popup.${state}.title`)}</p>
        <p class="soft">{t(`popup.${state}.text`)}</p>
      </div>
      <Button kind="primary" wide onClick={() => void openOptions({ page: 'connection' })} testId="set-up">
        {t('action.setUp')}
      </Button>
    </>
  );
}

import { Button } from '../../components/form/button.tsx';
import { Checklist } from '../../components/setup/checklist.tsx';
import type { Translate } from '../../utils/i18n/translator.ts';
import type { ConnectionView } from '../../utils/messaging/schemas/connection.ts';
import type { Health } from '../../utils/messaging/schemas/health.ts';
import type { ConnectionState } from '../../utils/ui/connection-state.ts';
import { openOptions } from '../../utils/ui/open-options.ts';
import type { Guide } from '../../utils/ui/popup/first-answers.ts';
import { doneSteps, setupSteps } from '../../utils/ui/setup-steps.ts';
import { Guides } from './guides.tsx';

interface NotConnectedProps {
  readonly t: Translate;
  readonly state: Exclude<ConnectionState, 'connected'>;
  readonly connection: ConnectionView;
  readonly runs: Health['recentRuns'];
  readonly guides: readonly Guide[];
}

/** Nothing can be synchronised yet: what is done, what comes next, and the way there. */
export function NotConnected({ t, state, connection, runs, guides }: NotConnectedProps) {
  const done = doneSteps(connection, runs);
  const page = state === 'tokenMissing' ? 'connection' : 'setup';
  return (
    <>
      <div class="words">
        <p class="sentence">{t(`popup.${state}.title`)}</p>
        <p class="soft">{t(`popup.${state}.text`)}</p>
      </div>
      <Guides t={t} guides={guides} />
      {state === 'tokenMissing' || guides.length > 0 ? null : (
        <Checklist t={t} steps={setupSteps.map((id) => ({ id, title: t(`setup.${id}`), done: done.has(id) }))} />
      )}
      <Button
        kind={guides.length > 0 ? 'quiet' : 'primary'}
        wide
        onClick={() => void openOptions({ page })}
        testId="set-up"
      >
        {t('action.setUp')}
      </Button>
    </>
  );
}

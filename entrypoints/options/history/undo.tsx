import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { hasEnded } from '../../../utils/core/run/run.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { RunData } from '../../../utils/messaging/schemas/run.ts';
import { routeHash } from '../../../utils/ui/route.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import type { RunStatus } from '../../../utils/ui/use-run.ts';

interface UndoProps {
  readonly t: Translate;
  readonly run: RunData;
  readonly status: RunStatus;
}

/** Taking a run back: first a preview of what that would be, which is then carried out like any other plan. */
export function Undo({ t, run, status }: UndoProps) {
  const undo = useAction(async () => {
    const { runId } = await background('runs.undo', { runId: run.id, mode: 'dry' });
    location.hash = routeHash({ page: 'preview', runId });
    await status.refresh();
  });
  const { created, updated, disabled } = run.counts;
  if (run.mode !== 'live' || !hasEnded(run) || created + updated + disabled === 0) return null;
  return (
    <>
      {undo.error ? <ErrorNotice t={t} error={undo.error} testId="undo-error" /> : null}
      <div class="form-actions">
        <Button disabled={undo.busy || status.live !== null} onClick={() => void undo.run()} testId="undo">
          {t('history.undo')}
        </Button>
        <span class="faint">{t('history.undo.text')}</span>
      </div>
    </>
  );
}

import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { RunProgress } from '../../../components/run/run-progress.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { LiveRunData } from '../../../utils/messaging/schemas/run.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useProgress } from '../../../utils/ui/use-progress.ts';

interface LiveProgressProps {
  readonly t: Translate;
  readonly live: LiveRunData;
}

/** A run that goes on now, and a way to stop it. */
export function LiveProgress({ t, live }: LiveProgressProps) {
  const progress = useProgress(t, live);
  const cancel = useAction(() => background('runs.cancel', { runId: live.run.id }));
  return (
    <Card>
      <RunProgress t={t} {...progress} />
      {live.run.error ? <ErrorNotice t={t} error={live.run.error} testId="live-error" /> : null}
      {cancel.error ? <ErrorNotice t={t} error={cancel.error} /> : null}
      <div class="form-actions">
        <Button kind="quiet" disabled={cancel.busy} onClick={() => void cancel.run()} testId="cancel">
          {t('action.cancel')}
        </Button>
        <span class="faint">{t('progress.keepsGoing')}</span>
      </div>
    </Card>
  );
}

import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { routeHash } from '../../../utils/ui/route.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import type { RunStatus } from '../../../utils/ui/use-run.ts';

interface StartCardProps {
  readonly t: Translate;
  readonly run: RunStatus;
}

/** Both sides are connected: a preview, or the synchronisation itself. */
export function StartCard({ t, run }: StartCardProps) {
  const start = useAction(async (mode: 'dry' | 'live') => {
    const { runId } = await background('runs.start', { mode });
    location.hash = routeHash({ page: 'history', runId });
    await run.refresh();
  });
  const busy = start.busy || run.live !== null;
  return (
    <Card title={t('connection.ready.title')} lead={t('connection.ready.text')}>
      {start.error ? <ErrorNotice t={t} error={start.error} /> : null}
      <div class="form-actions">
        <Button kind="primary" disabled={busy} onClick={() => void start.run('live')} testId="options-sync-now">
          {t('action.syncNow')}
        </Button>
        <Button disabled={busy} onClick={() => void start.run('dry')} testId="options-preview">
          {t('action.preview')}
        </Button>
      </div>
    </Card>
  );
}

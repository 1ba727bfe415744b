import { BrandMark } from '../../components/brand-mark.tsx';
import { ErrorNotice } from '../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { StatusDot } from '../../components/feedback/status-dot.tsx';
import { Button } from '../../components/form/button.tsx';
import type { Translate } from '../../utils/i18n/translator.ts';
import { openOptions } from '../../utils/ui/open-options.ts';
import { type ConnectionState, connectionState, useConnection } from '../../utils/ui/use-connection.ts';
import { useRun } from '../../utils/ui/use-run.ts';
import { Health } from './health.tsx';
import { NotConnected } from './not-connected.tsx';

const tones = { connected: 'good', tokenMissing: 'warn', notConnected: 'idle' } as const;

/** Two seconds of the admin's time: is all well, is something going on, what needs doing. */
export function App({ t }: { readonly t: Translate }) {
  const { connection, error, reload } = useConnection();
  const run = useRun();
  const state: ConnectionState | null = connection && connectionState(connection);
  return (
    <div class="popup">
      <header>
        <span class="brand">
          <BrandMark size={22} />
          <span>{t('app.name')}</span>
        </span>
        <span class="connection" data-testid="state" data-state={state ?? 'loading'}>
          {state === null ? null : (
            <>
              <StatusDot tone={tones[state]} />
              {t(`state.${state}`)}
            </>
          )}
        </span>
      </header>
      <main>
        {error ? (
          <>
            <ErrorNotice t={t} error={error} testId="error" />
            <Button wide onClick={reload}>
              {t('action.retry')}
            </Button>
          </>
        ) : state === null || run.loading ? (
          <Skeleton label={t('state.loading')} heights={[24, 16, 40]} />
        ) : state === 'connected' || run.live !== null ? (
          <Health t={t} status={run} />
        ) : (
          <NotConnected t={t} state={state} />
        )}
      </main>
      <footer>
        <Button kind="quiet" onClick={() => void openOptions({ page: 'history', runId: null })} testId="open-dashboard">
          {t('action.openDashboard')}
        </Button>
      </footer>
    </div>
  );
}

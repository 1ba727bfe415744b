import { BrandMark } from '../../components/brand-mark.tsx';
import { ErrorNotice } from '../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { StatusDot } from '../../components/feedback/status-dot.tsx';
import { Button } from '../../components/form/button.tsx';
import type { Translate } from '../../utils/i18n/translator.ts';
import { connectionState } from '../../utils/ui/connection-state.ts';
import { openOptions } from '../../utils/ui/open-options.ts';
import { useGuides } from '../../utils/ui/popup/use-guides.ts';
import { type Status, useStatus } from '../../utils/ui/popup/use-status.ts';
import { Guides } from './guides.tsx';
import { Health } from './health.tsx';
import { NotConnected } from './not-connected.tsx';

const tones = { connected: 'good', tokenMissing: 'warn', notConnected: 'idle' } as const;

/** Two seconds of the admin's time: is all well, is something going on, what needs doing. */
export function App({ t }: { readonly t: Translate }) {
  const status = useStatus();
  return (
    <div class="popup">
      <header>
        <h1 class="brand">
          <BrandMark size={22} />
          <span>{t('app.name')}</span>
        </h1>
        <State t={t} known={status.known} />
      </header>
      <main>
        <Body t={t} status={status} />
      </main>
      <footer>
        <Button
          kind="quiet"
          onClick={() => void openOptions(status.known ? start(status.known) : { page: 'history', runId: null })}
          testId="open-dashboard"
        >
          {t('action.openDashboard')}
        </Button>
      </footer>
    </div>
  );
}

function Body({ t, status }: { readonly t: Translate; readonly status: Status }) {
  const { known, live, error, refresh } = status;
  const guides = useGuides();
  if (known === null && error !== null) {
    return (
      <>
        <ErrorNotice t={t} error={error} testId="error" />
        <Button wide onClick={() => void refresh()}>
          {t('action.retry')}
        </Button>
      </>
    );
  }
  if (known === null || guides === null) return <Skeleton label={t('state.loading')} heights={[24, 16, 40]} />;
  const state = connectionState(known.connection);
  if (state !== 'connected' && live === null) {
    const { connection, health } = known;
    return <NotConnected t={t} state={state} connection={connection} runs={health.recentRuns} guides={guides} />;
  }
  return (
    <>
      <Guides t={t} guides={guides} />
      <Health t={t} status={{ ...status, known }} />
    </>
  );
}

function State({ t, known }: { readonly t: Translate; readonly known: Status['known'] }) {
  if (known === null) return <span class="connection" data-testid="state" data-state="loading" />;
  const state = connectionState(known.connection);
  const paused = known.health.quarantine !== null;
  return (
    <span class="connection" data-testid="state" data-state={state}>
      {known.demo.on ? <span class="demo-tag">{t('demo.title')}</span> : null}
      <StatusDot tone={paused ? 'warn' : tones[state]} />
      {paused ? t('popup.paused') : t(`state.${state}`)}
    </span>
  );
}

/** Where the dashboard is of use first: the set-up until both sides are connected, then what happened. */
function start({ connection }: NonNullable<Status['known']>) {
  return connectionState(connection) === 'connected'
    ? ({ page: 'history', runId: null } as const)
    : ({ page: 'setup' } as const);
}

import { ErrorNotice } from '../../components/feedback/error-notice.tsx';
import { OfflineNotice } from '../../components/feedback/offline-notice.tsx';
import { LiveStrip } from '../../components/run/live-strip.tsx';
import { hasEnded } from '../../utils/core/run/run.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import type { LiveRunData } from '../../utils/messaging/schemas/run.ts';
import { type Route, routeHash } from '../../utils/ui/route.ts';
import { useOnline } from '../../utils/ui/use-online.ts';
import { useProgress } from '../../utils/ui/use-progress.ts';
import type { RunStatus } from '../../utils/ui/use-run.ts';
import { DemoStrip } from './demo-strip.tsx';
import { QuarantineBanner } from './quarantine-banner.tsx';

interface BannersProps {
  readonly t: Translate;
  readonly route: Route;
  readonly run: RunStatus;
}

/** What holds whichever page is open: a demo, no network, a connection in quarantine, a run that goes on or waits for the admin. */
export function Banners({ t, route, run: { live, latest } }: BannersProps) {
  const online = useOnline();
  const elsewhere = live !== null && !hasEnded(live.run) && route.page !== 'history';
  return (
    <>
      <DemoStrip t={t} />
      {online ? null : <OfflineNotice t={t} />}
      <QuarantineBanner t={t} moment={`${route.page}/${latest?.run.id}/${live?.run.state}`} />
      {elsewhere ? <Live t={t} live={live} /> : null}
    </>
  );
}

function Live({ t, live }: { readonly t: Translate; readonly live: LiveRunData }) {
  const progress = useProgress(t, live);
  return (
    <>
      {live.run.error ? <ErrorNotice t={t} error={live.run.error} testId="live-error" /> : null}
      <LiveStrip t={t} {...progress} href={routeHash({ page: 'history', runId: live.run.id })} />
    </>
  );
}

import { DemoBanner } from '../../components/demo/demo-banner.tsx';
import { ErrorNotice } from '../../components/feedback/error-notice.tsx';
import type { Translate } from '../../utils/i18n/translator.ts';
import { useDemo } from '../../utils/ui/use-demo.ts';

/** Stands above every page while the demo is on. */
export function DemoStrip({ t }: { readonly t: Translate }) {
  const { demo, week, stop, busy } = useDemo();
  if (!demo?.on) return null;
  const error = week.error ?? stop.error;
  return (
    <>
      <DemoBanner t={t} weeks={demo.weeks} busy={busy} onWeek={() => void week.run()} onLeave={() => void stop.run()} />
      {error ? <ErrorNotice t={t} error={error} /> : null}
    </>
  );
}

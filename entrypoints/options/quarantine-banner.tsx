import { Notice } from '../../components/feedback/notice.tsx';
import { QuarantineNotice } from '../../components/feedback/quarantine-notice.tsx';
import type { Translate } from '../../utils/i18n/translator.ts';
import { useQuarantine } from '../../utils/ui/use-quarantine.ts';

interface QuarantineBannerProps {
  readonly t: Translate;
  /** Changes whenever the connection may have got into quarantine or out of it. */
  readonly moment: string;
}

/** Stands above every page while the schedule is paused; says so too when a test here has ended the pause. */
export function QuarantineBanner({ t, moment }: QuarantineBannerProps) {
  const { quarantine, test } = useQuarantine(moment);
  if (quarantine) {
    return (
      <QuarantineNotice
        t={t}
        quarantine={quarantine}
        testing={test.busy}
        found={test.error ?? test.result?.error ?? null}
        onTest={() => void test.run()}
      />
    );
  }
  return test.result?.ok ? (
    <Notice tone="good" title={t('quarantine.over')} text={t('quarantine.overText')} testId="quarantine-over" />
  ) : null;
}

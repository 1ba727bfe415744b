import '../../../assets/styles/settings.css';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Skeleton } from '../../../components/feedback/skeleton.tsx';
import { Button } from '../../../components/form/button.tsx';
import { Select } from '../../../components/form/select.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { PageHeader } from '../../../components/layout/page-header.tsx';
import { chooseLanguage, chosenLanguage } from '../../../utils/i18n/chosen-language.ts';
import { locales } from '../../../utils/i18n/locales.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { diagnostics } from '../../../utils/ui/diagnostics.ts';
import { productVersion } from '../../../utils/ui/product-version.ts';
import { saveFile } from '../../../utils/ui/save-file.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';
import type { PageProps } from '../page-props.ts';
import { ConfigCard } from './config-card.tsx';
import { LimitsCard } from './limits-card.tsx';
import { ScheduleCard } from './schedule-card.tsx';

const runsTold = 20;

/** What the admin decides about the companion itself. */
export default function SettingsPage({ t }: PageProps<'settings'>) {
  const { value, error } = useLoaded('settings', async () => {
    const [limits, schedule] = await Promise.all([background('settings.get', null), background('schedule.get', null)]);
    return { limits, schedule };
  });
  const header = <PageHeader title={t('settings.title')} lead={t('settings.lead')} />;
  // Together: a card that grows when its values come would push the others down.
  if (value === null && error === null) {
    return (
      <>
        {header}
        <Skeleton label={t('state.loading')} heights={[360, 260]} />
      </>
    );
  }
  return (
    <>
      {header}
      {error ? <ErrorNotice t={t} error={error} /> : null}
      {value ? <LimitsCard t={t} saved={value.limits} /> : null}
      <div class="columns">
        {value ? <ScheduleCard t={t} saved={value.schedule} /> : null}
        <LanguageCard t={t} />
        <ConfigCard t={t} />
        <DiagnosticsCard t={t} />
      </div>
    </>
  );
}

function LanguageCard({ t }: { readonly t: Translate }) {
  return (
    <Card title={t('settings.language')}>
      <Select
        id="language"
        label={t('settings.language.label')}
        value={chosenLanguage() ?? 'browser'}
        options={(['browser', ...locales] as const).map((value) => ({
          value,
          label: t(`settings.language.${value}`),
        }))}
        onChange={(value) => {
          chooseLanguage(value === 'browser' ? null : value);
          location.reload();
        }}
        testId="language"
      />
    </Card>
  );
}

function DiagnosticsCard({ t }: { readonly t: Translate }) {
  const make = useAction(async () => {
    const [connection, health, runs] = await Promise.all([
      background('connection.get', null),
      background('health.get', null),
      background('runs.list', { limit: runsTold }),
    ]);
    const madeAt = new Date().toISOString();
    const facts = { version: productVersion(), browser: navigator.userAgent, madeAt, connection, health, runs };
    saveFile(`companion-diagnostics-${madeAt.slice(0, 10)}.json`, diagnostics(facts));
  });
  return (
    <Card title={t('settings.diagnostics')} lead={t('settings.diagnostics.lead')}>
      {make.error ? <ErrorNotice t={t} error={make.error} /> : null}
      <div>
        <Button disabled={make.busy} onClick={() => void make.run()} testId="diagnostics">
          {t('settings.diagnostics.make')}
        </Button>
      </div>
    </Card>
  );
}

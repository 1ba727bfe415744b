import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { Select } from '../../../components/form/select.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Schedule } from '../../../utils/core/schedule/schedule.ts';
import { errorText } from '../../../utils/i18n/error-text.ts';
import { dateTime } from '../../../utils/i18n/format.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import type { ResponseOf } from '../../../utils/messaging/contract.ts';
import { useAction } from '../../../utils/ui/use-action.ts';

const choices = ['manual', 'hourly', 'daily'] as const;
const usual = {
  manual: { kind: 'manual' },
  hourly: { kind: 'every', hours: 4 },
  daily: { kind: 'daily', at: '07:00' },
} as const satisfies Record<(typeof choices)[number], Schedule>;
const hours = ['1', '2', '4', '8', '12', '24'] as const;
const times = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);

interface ScheduleCardProps {
  readonly t: Translate;
  readonly saved: ResponseOf<'schedule.get'>;
}

/** When the companion synchronises by itself; saved as soon as it is chosen. */
export function ScheduleCard({ t, saved }: ScheduleCardProps) {
  const [chosen, setChosen] = useState<Schedule | null>(null);
  const save = useAction((schedule: Schedule) => {
    setChosen(schedule);
    return background('schedule.save', { schedule });
  });
  const view = save.result ?? saved;
  const schedule = chosen ?? view.schedule;
  const kind = schedule.kind === 'every' ? 'hourly' : schedule.kind;
  const at = schedule.kind === 'daily' ? schedule.at : null;
  return (
    <Card title={t('settings.schedule')} lead={t('settings.schedule.lead')}>
      {save.error ? <ErrorNotice t={t} error={save.error} /> : null}
      <Select
        id="schedule-kind"
        label={t('settings.schedule.when')}
        value={kind}
        options={choices.map((value) => ({ value, label: t(`settings.schedule.${value}`) }))}
        onChange={(value) => void save.run(usual[value])}
        testId="schedule-kind"
      />
      {schedule.kind === 'every' ? (
        <Select
          id="schedule-hours"
          label={t('settings.schedule.every')}
          value={String(schedule.hours)}
          options={[...new Set([...hours, String(schedule.hours)])].map((value) => ({
            value,
            label: t('settings.schedule.hours', { hours: Number(value) }),
          }))}
          onChange={(value) => void save.run({ kind: 'every', hours: Number(value) })}
        />
      ) : null}
      {at === null ? null : (
        <Select
          id="schedule-at"
          label={t('settings.schedule.at')}
          value={at}
          options={[...new Set([...times, at])].sort().map((value) => ({ value, label: value }))}
          onChange={(value) => void save.run({ kind: 'daily', at: value })}
        />
      )}
      {view.pausedBecause ? (
        <Notice
          tone="warn"
          title={errorText(t, view.pausedBecause).what}
          text={errorText(t, view.pausedBecause).advice}
        />
      ) : null}
      <p class="faint" role="status" data-testid="schedule-next">
        {view.nextRunAt === null ? t('popup.byHand') : t('popup.nextRun', { when: dateTime(t.locale, view.nextRunAt) })}
      </p>
    </Card>
  );
}

import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { Card } from '../../../components/layout/card.tsx';
import type { Limits } from '../../../utils/core/policy.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { useLoaded } from '../../../utils/ui/use-loaded.ts';

const kinds = ['create', 'update', 'disable'] as const;
const mostPeople = 100_000;
const mostDays = 3_650;
const usualDays = 400;

/** How much one run may change before it waits for an approval, and how long the log is kept. */
export function LimitsCard({ t }: { readonly t: Translate }) {
  const loaded = useLoaded('settings', () => background('settings.get', null));
  const [draft, setDraft] = useState<{ policy: Limits; keepLogDays: number } | null>(null);
  const save = useAction(async () => {
    if (draft === null) return null;
    const { policy, keepLogDays } = await background('settings.savePolicy', draft);
    setDraft({ policy, keepLogDays });
    return true;
  });
  const error = loaded.error ?? save.error;
  const shown = draft ?? loaded.value;
  if (!shown) {
    return <Card title={t('settings.limits')}>{error ? <ErrorNotice t={t} error={error} /> : t('state.loading')}</Card>;
  }
  const { policy, keepLogDays } = shown;
  const change = (changed: Partial<Limits>, days = keepLogDays) => {
    save.reset();
    setDraft({ policy: { ...policy, ...changed }, keepLogDays: days });
  };
  const changeThreshold = (kind: (typeof kinds)[number], part: 'number' | 'percent', value: number | null) =>
    change({ thresholds: { ...policy.thresholds, [kind]: { ...policy.thresholds[kind], [part]: value } } });
  return (
    <Card title={t('settings.limits')} lead={t('settings.limits.lead')}>
      {error ? <ErrorNotice t={t} error={error} /> : null}
      <div class="limits">
        {kinds.map((kind) => (
          <fieldset key={kind}>
            <legend>{t(`settings.limits.${kind}`)}</legend>
            <NumberField
              id={`limit-${kind}-number`}
              label={t('settings.limits.number')}
              unit={t('settings.limits.people')}
              value={policy.thresholds[kind].number}
              most={mostPeople}
              onChange={(value) => changeThreshold(kind, 'number', value)}
            />
            <NumberField
              id={`limit-${kind}-percent`}
              label={t('settings.limits.share')}
              unit="%"
              value={policy.thresholds[kind].percent}
              most={100}
              onChange={(value) => changeThreshold(kind, 'percent', value)}
            />
          </fieldset>
        ))}
        <fieldset>
          <legend>{t('settings.limits.other')}</legend>
          <NumberField
            id="limit-shrink"
            label={t('settings.limits.shrink')}
            unit="%"
            value={policy.sourceShrinkPercent}
            most={100}
            onChange={(value) => value !== null && change({ sourceShrinkPercent: value })}
          />
          <NumberField
            id="keep-days"
            label={t('settings.keepLog')}
            unit={t('settings.days')}
            value={keepLogDays}
            least={1}
            most={mostDays}
            onChange={(value) => change({}, value ?? usualDays)}
          />
        </fieldset>
      </div>
      <div class="form-actions">
        <Button
          kind="primary"
          disabled={save.busy || draft === null || save.result === true}
          onClick={() => void save.run()}
          testId="save-limits"
        >
          {t(save.busy ? 'action.saving' : 'action.save')}
        </Button>
        <span class="faint" role="status" data-testid="limits-saved">
          {save.result === true ? t('connection.saved') : t('settings.limits.empty')}
        </span>
      </div>
    </Card>
  );
}

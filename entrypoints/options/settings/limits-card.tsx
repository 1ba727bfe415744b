import { useState } from 'preact/hooks';
import { ErrorNotice } from '../../../components/feedback/error-notice.tsx';
import { Button } from '../../../components/form/button.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { Card } from '../../../components/layout/card.tsx';
import { defaultLimits, type Limits } from '../../../utils/core/limits.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';
import { background } from '../../../utils/messaging/background-client.ts';
import { useAction } from '../../../utils/ui/use-action.ts';
import { MoreLimits, mostPeople } from './more-limits.tsx';

const kinds = ['create', 'update', 'disable'] as const;
const mostDays = 3_650;

interface LimitsCardProps {
  readonly t: Translate;
  readonly saved: { readonly policy: Limits; readonly keepLogDays: number };
}

/** How much one run may change before it waits for an approval, and how long the log is kept. */
export function LimitsCard({ t, saved }: LimitsCardProps) {
  const [draft, setDraft] = useState<LimitsCardProps['saved'] | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  // Puts every field back to what it is to show, also one with something in it that was refused.
  const [edition, setEdition] = useState(0);
  const save = useAction(async () => {
    if (draft === null) return null;
    const { policy, keepLogDays } = await background('settings.savePolicy', draft);
    setDraft({ policy, keepLogDays });
    return true;
  });
  const { policy, keepLogDays } = draft ?? saved;
  const change = (changed: Partial<Limits>, days = keepLogDays) => {
    save.reset();
    setDraft({ policy: { ...policy, ...changed }, keepLogDays: days });
  };
  const changeThreshold = (kind: (typeof kinds)[number], part: 'number' | 'percent', value: number | null) =>
    change({ thresholds: { ...policy.thresholds, [kind]: { ...policy.thresholds[kind], [part]: value } } });
  const onValidity = (id: string, valid: boolean) =>
    setRefused((before) =>
      before.includes(id) === !valid ? before : valid ? before.filter((each) => each !== id) : [...before, id],
    );
  const field = { t, onValidity };
  return (
    <Card title={t('settings.limits')} lead={t('settings.limits.lead')}>
      {save.error ? <ErrorNotice t={t} error={save.error} /> : null}
      <div key={edition} class="limit-groups">
        <div class="limits">
          {kinds.map((kind) => (
            <fieldset key={kind}>
              <legend>{t(`settings.limits.${kind}`)}</legend>
              <NumberField
                {...field}
                id={`limit-${kind}-number`}
                label={t('settings.limits.number')}
                unit={t('settings.limits.people')}
                value={policy.thresholds[kind].number}
                most={mostPeople}
                onChange={(value) => changeThreshold(kind, 'number', value)}
              />
              <NumberField
                {...field}
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
              {...field}
              id="keep-days"
              label={t('settings.keepLog')}
              unit={t('settings.days')}
              value={keepLogDays}
              least={1}
              most={mostDays}
              required
              onChange={(value) => value !== null && change({}, value)}
            />
          </fieldset>
        </div>
        <MoreLimits t={t} limits={policy} onChange={change} onValidity={onValidity} />
      </div>
      <div class="form-actions">
        <Button
          kind="primary"
          disabled={save.busy || draft === null || save.result === true || refused.length > 0}
          onClick={() => void save.run()}
          testId="save-limits"
        >
          {t(save.busy ? 'action.saving' : 'action.save')}
        </Button>
        <Button
          kind="quiet"
          disabled={save.busy}
          onClick={() => {
            change(defaultLimits);
            setRefused([]);
            setEdition(edition + 1);
          }}
          testId="usual-limits"
        >
          {t('settings.limits.usual')}
        </Button>
        <span class="faint" role="status" data-testid="limits-saved">
          {save.result === true ? t('connection.saved') : t('settings.limits.empty')}
        </span>
      </div>
    </Card>
  );
}

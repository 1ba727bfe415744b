import type { ComponentChildren } from 'preact';
import { NumberField } from '../../../components/form/number-field.tsx';
import type { Limits } from '../../../utils/core/limits.ts';
import type { Translate } from '../../../utils/i18n/translator.ts';

interface MoreLimitsProps {
  readonly t: Translate;
  readonly limits: Limits;
  readonly onChange: (changed: Partial<Limits>) => void;
  readonly onValidity: (id: string, valid: boolean) => void;
}

export const mostPeople = 100_000;
const pairs = ['massRename', 'massManagerChange'] as const;

/** The guardrails that hardly anybody has to move, folded away, each with what it is good for. */
export function MoreLimits({ t, limits, onChange, onValidity }: MoreLimitsProps) {
  const field = { t, required: true, onValidity };
  const percent = (id: string, part: 'sourceShrinkPercent' | 'targetShrinkPercent', label: string) => (
    <NumberField
      {...field}
      id={id}
      label={label}
      unit="%"
      value={limits[part]}
      most={100}
      onChange={(value) => value !== null && onChange({ [part]: value })}
    />
  );
  return (
    <details class="more-limits" data-testid="more-limits">
      <summary>{t('settings.limits.more')}</summary>
      <div class="limits">
        {pairs.map((kind) => (
          <Group key={kind} title={t(`settings.limits.${kind}`)} text={t(`settings.limits.${kind}.text`)}>
            <NumberField
              {...field}
              id={`limit-${kind}-number`}
              label={t('settings.limits.moreThan')}
              unit={t('settings.limits.people')}
              value={limits[kind].number}
              most={mostPeople}
              onChange={(number) => number !== null && onChange({ [kind]: { ...limits[kind], number } })}
            />
            <NumberField
              {...field}
              id={`limit-${kind}-percent`}
              label={t('settings.limits.andShare')}
              unit="%"
              value={limits[kind].percent}
              most={100}
              onChange={(share) => share !== null && onChange({ [kind]: { ...limits[kind], percent: share } })}
            />
          </Group>
        ))}
        <Group title={t('settings.limits.shrunk')} text={t('settings.limits.shrunk.text')}>
          {percent('limit-shrink', 'sourceShrinkPercent', t('settings.limits.shrink'))}
          {percent('limit-target-shrink', 'targetShrinkPercent', t('settings.limits.targetShrink'))}
        </Group>
        <Group title={t('settings.limits.small')} text={t('settings.limits.small.text')}>
          <NumberField
            {...field}
            id="limit-minimum"
            label={t('settings.limits.minimum')}
            unit={t('settings.limits.people')}
            value={limits.minimumForPercent}
            most={mostPeople}
            onChange={(value) => value !== null && onChange({ minimumForPercent: value })}
          />
        </Group>
      </div>
    </details>
  );
}

interface GroupProps {
  readonly title: string;
  readonly text: string;
  readonly children: ComponentChildren;
}

function Group({ title, text, children }: GroupProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <p class="faint">{text}</p>
      {children}
    </fieldset>
  );
}

import type { ProfileSetting, ProfileValue } from '../../utils/core/connection/profile-setting.ts';
import { settingLabel, settingValue } from '../../utils/i18n/profile-text.ts';
import type { Translate } from '../../utils/i18n/translator.ts';
import { Button } from '../form/button.tsx';
import { Field } from '../form/field.tsx';
import { Select } from '../form/select.tsx';

interface ProfileFieldProps {
  readonly t: Translate;
  readonly setting: ProfileSetting;
  /** What the admin has set, not saved yet perhaps; `undefined` = as usual. */
  readonly own: ProfileValue | undefined;
  readonly onChange: (value: ProfileValue | undefined) => void;
}

/** In half a line no more can be read at once. */
const longest = 40;

/** One setting of how Javelo is spoken to: its value, where that comes from, and the way back to the usual one. */
export function ProfileField({ t, setting, own, onChange }: ProfileFieldProps) {
  const { key, kind, choices, assumed, found } = setting;
  const usual = found === undefined ? assumed : found;
  const value = own === undefined ? usual : own;
  const id = `setting-${key}`;
  const label = settingLabel(t, key);
  return (
    <div class={String(usual).length > longest ? 'profile-field wide' : 'profile-field'}>
      {kind === 'choice' || kind === 'switch' ? (
        <Select
          id={id}
          label={label}
          value={String(value)}
          options={(kind === 'switch' ? ['true', 'false'] : choices).map((choice) => ({
            value: choice,
            label: kind === 'switch' ? settingValue(t, choice === 'true') : choice,
          }))}
          onChange={(text) => onChange(kind === 'switch' ? text === 'true' : text)}
          testId={id}
        />
      ) : (
        <Field
          id={id}
          label={label}
          value={value === null ? '' : String(value)}
          placeholder={t('profile.nowhere')}
          onInput={(text) => onChange(kind === 'number' ? toNumber(text) : text)}
          testId={id}
        />
      )}
      {own === undefined ? (
        found === undefined ? null : (
          <p class="hint">{t('profile.found')}</p>
        )
      ) : (
        <p class="hint">
          {t('profile.own', { usual: settingValue(t, usual) })}{' '}
          <Button kind="quiet" onClick={() => onChange(undefined)} testId={`${id}-usual`}>
            {t('profile.usual')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** What is no number stays as typed, and is refused when it is saved, with its name. */
function toNumber(text: string): ProfileValue {
  return /^\d+$/.test(text.trim()) ? Number(text) : text;
}

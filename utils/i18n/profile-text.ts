import type { ProfileValue } from '../core/connection/profile-setting.ts';
import type { Translate } from './translator.ts';

/** What a setting of the target's profile is called: the attribute's own name where it says where that one travels. */
export function settingLabel(t: Translate, key: string): string {
  const name = key.startsWith('paths.') ? `attributes.${key.slice('paths.'.length)}` : `profile.${key}`;
  return t.has(name) ? t(name) : key;
}

export function settingValue(t: Translate, value: ProfileValue): string {
  if (value === null || value === '') return t('profile.nowhere');
  return typeof value === 'boolean' ? t(value ? 'value.yes' : 'value.no') : String(value);
}

import type { ProfileOverrides, ProfileSetting } from '../../core/connection/profile-setting.ts';
import type { Json } from '../../core/ids.ts';
import { editables, refused } from './editable.ts';
import { applyNegotiated, readNegotiated } from './negotiated.ts';
import type { TargetProfile } from './profile.ts';

/** The profile as the admin has it. Throws CompanionError `target-profile` (params: setting, input) for what cannot be. */
export function applyOverrides(profile: TargetProfile, overrides: ProfileOverrides): TargetProfile {
  for (const key of Object.keys(overrides)) {
    if (!editables.some((editable) => editable.key === key)) throw refused(key, overrides[key]);
  }
  return editables.reduce((result, { key, write }) => {
    const value = overrides[key];
    return value === undefined ? result : write(result, value);
  }, profile);
}

/** Every setting of a profile: what is assumed, what was found out, what the admin says. */
export function describeProfile(
  profile: TargetProfile,
  overrides: ProfileOverrides,
  negotiated: Json | undefined,
): readonly ProfileSetting[] {
  const found = applyNegotiated(profile, readNegotiated(negotiated)?.found ?? null);
  return editables.map(({ key, kind, choices, read }) => {
    const assumed = read(profile);
    const seen = read(found);
    const override = overrides[key];
    return {
      key,
      kind,
      choices,
      assumed,
      ...(seen === assumed ? {} : { found: seen }),
      ...(override === undefined ? {} : { override }),
    };
  });
}

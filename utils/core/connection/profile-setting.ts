/** The value of one setting of a target profile; `null` = an attribute that travels nowhere. */
export type ProfileValue = string | number | boolean | null;

/** What an admin has set otherwise than the profile assumes, by the setting's flat name (`paths.birthDate`). */
export type ProfileOverrides = Readonly<Record<string, ProfileValue>>;

/** One setting of a target profile, as it stands. */
export interface ProfileSetting {
  readonly key: string;
  readonly kind: 'text' | 'choice' | 'switch' | 'number';
  /** Of a `choice`. */
  readonly choices: readonly string[];
  /** What the profile assumes. */
  readonly assumed: ProfileValue;
  /** What was found out here and differs from it; absent = nothing. */
  readonly found?: ProfileValue;
  /** What the admin has set; absent = nothing. */
  readonly override?: ProfileValue;
}

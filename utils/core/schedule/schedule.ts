/** When the companion synchronises by itself. */
export type Schedule =
  | { readonly kind: 'manual' }
  | { readonly kind: 'every'; readonly hours: number }
  /** Once a day at a time of the wall clock, `HH:MM`. */
  | { readonly kind: 'daily'; readonly at: string };

/** Hours between two runs that an admin may choose. */
export const scheduleHours = { least: 1, most: 168 } as const;

/** A time of day on a 24-hour clock: `00:00` to `23:59`. */
export const dayTime = /^([01]\d|2[0-3]):([0-5]\d)$/;

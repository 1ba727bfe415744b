/** How much may happen in one run without an admin. Defaults are the safe side (facts: models.md c.5). */
export interface Limits {
  /** Most people that may be created, updated, disabled in one run without an approval; `null` = no limit. Percent are of the linked accounts. */
  readonly thresholds: Readonly<
    Record<'create' | 'update' | 'disable', { readonly number: number | null; readonly percent: number | null }>
  >;
  /** Below this number of linked accounts percentages say nothing and are not used. */
  readonly minimumForPercent: number;
  /** Percent by which the source may have shrunk since the last good run without an approval. */
  readonly sourceShrinkPercent: number;
  /** Logins that may change in one run without an approval. Number and percent both have to be passed: one rename in a team of four is no alarm. */
  readonly massRename: { readonly number: number; readonly percent: number };
  /** Managers that may be replaced or lost in one run without an approval; both have to be passed. */
  readonly massManagerChange: { readonly number: number; readonly percent: number };
  /** Percent by which the target's list may have shrunk since the last good run before creating needs an approval. */
  readonly targetShrinkPercent: number;
}

/** The safe side (models.md c.5). */
export const defaultLimits: Limits = {
  thresholds: {
    create: { number: null, percent: null },
    update: { number: null, percent: 30 },
    disable: { number: 20, percent: 10 },
  },
  minimumForPercent: 10,
  sourceShrinkPercent: 10,
  massRename: { number: 5, percent: 10 },
  massManagerChange: { number: 10, percent: 25 },
  targetShrinkPercent: 50,
};

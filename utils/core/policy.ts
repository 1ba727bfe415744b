import type { AccountAttribute } from './account.ts';
import type { Mapping } from './mapping/mapping-rule.ts';
import { everyoneInScope, type Scope } from './scope/scope.ts';

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

/** The admin's choices that shape a plan. */
export interface Policy extends Limits {
  readonly scope: Scope;
  readonly mapping: Mapping;
  /** Attributes that are not written because the target does not take them. */
  readonly excludedAttributes: readonly AccountAttribute[];
  /** Rows of the provisioning log that are older are dropped. */
  readonly keepLogDays: number;
}

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

export const defaultPolicy: Policy = {
  ...defaultLimits,
  scope: everyoneInScope,
  mapping: {},
  excludedAttributes: [],
  keepLogDays: 400,
};

/** What of the policy the admin sets, and what is stored, exported and imported; the rest is found out. */
export interface PolicySettings {
  readonly policy: Limits;
  readonly scope: Scope;
  readonly mapping: Mapping;
  readonly keepLogDays: number;
}

export const defaultSettings: PolicySettings = {
  policy: defaultLimits,
  scope: everyoneInScope,
  mapping: {},
  keepLogDays: defaultPolicy.keepLogDays,
};

/** What an admin set, as planning takes it; attributes that the target does not accept are added by the run. */
export function toPolicy({ policy, scope, mapping, keepLogDays }: PolicySettings): Policy {
  return { ...policy, scope, mapping, excludedAttributes: [], keepLogDays };
}

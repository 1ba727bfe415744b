import type { AccountAttribute } from './account.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Mapping } from './mapping/mapping-rule.ts';
import { everyoneInScope, type Scope } from './scope/scope.ts';

/** The admin's choices that shape a plan. */
export interface Policy extends Limits {
  readonly scope: Scope;
  readonly mapping: Mapping;
  /** Attributes that are not written because the target does not take them. */
  readonly excludedAttributes: readonly AccountAttribute[];
  /** Rows of the provisioning log that are older are dropped. */
  readonly keepLogDays: number;
}

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

import type { AccountAttribute } from '../../utils/core/account.ts';

type Value = string | boolean | null;

/** One person whose account differs from what was last written. */
export interface DriftItem {
  readonly sourceId: string;
  readonly displayName: string;
  readonly userName: string;
  readonly isGone: boolean;
  readonly differences: readonly {
    readonly attribute: AccountAttribute;
    readonly applied: Value;
    readonly found: Value;
    readonly canBeLeft: boolean;
    readonly decision: { readonly choice: 'accept' | 'ignore'; readonly until: string | null } | null;
  }[];
}

export const driftChoices = ['restore', 'accept', 'ignore-3', 'ignore-6', 'ignore-12'] as const;
export type DriftChoice = (typeof driftChoices)[number];

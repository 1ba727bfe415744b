import { type AccountAttribute, accountAttributes } from '../core/account.ts';
import type { RunWork } from '../core/run/run.ts';

/** Whether the target has been seen to keep a value of this attribute: in its list, or in an answer of this run. */
export function isProven(work: RunWork, attribute: AccountAttribute): boolean {
  return work.shown.includes(attribute) || (work.attributes[attribute]?.taken ?? 0) > 0;
}

/** The attributes that at least one account has a value for. */
export function findShown(
  accounts: Iterable<{ readonly [A in AccountAttribute]: string | boolean | null }>,
): readonly AccountAttribute[] {
  const missing = new Set<AccountAttribute>(accountAttributes);
  for (const account of accounts) {
    for (const attribute of missing) if (account[attribute] !== null) missing.delete(attribute);
    if (missing.size === 0) break;
  }
  return accountAttributes.filter((attribute) => !missing.has(attribute));
}

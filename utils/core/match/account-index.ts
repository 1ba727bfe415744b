import type { Account } from '../account.ts';
import type { TargetId } from '../ids.ts';
import { atOnce, forEachInParts, type Parts } from '../parts.ts';

/** The target's accounts by everything that can identify one. */
export interface AccountIndex {
  readonly byTargetId: ReadonlyMap<TargetId, Account>;
  readonly byExternalId: ReadonlyMap<string, readonly Account[]>;
  readonly byEmployeeNumber: ReadonlyMap<string, readonly Account[]>;
  /** In lower case. */
  readonly byUserName: ReadonlyMap<string, readonly Account[]>;
}

/** Indexes accounts; a page seen twice does not make an account ambiguous. */
export function indexAccounts(accounts: readonly Account[]): AccountIndex {
  return atOnce(indexAccountsInParts(accounts));
}

/** `indexAccounts`, in parts. */
export function* indexAccountsInParts(accounts: readonly Account[]): Parts<AccountIndex> {
  const byTargetId = new Map<TargetId, Account>();
  yield* forEachInParts(accounts, (account) => void byTargetId.set(account.targetId, account));
  const byExternalId = new Map<string, Account[]>();
  const byEmployeeNumber = new Map<string, Account[]>();
  const byUserName = new Map<string, Account[]>();
  yield* forEachInParts(byTargetId.values(), (account) => {
    push(byExternalId, account.externalId, account);
    push(byEmployeeNumber, account.employeeNumber, account);
    push(byUserName, account.userName.toLowerCase(), account);
  });
  return { byTargetId, byExternalId, byEmployeeNumber, byUserName };
}

function push(index: Map<string, Account[]>, key: string | null, account: Account): void {
  if (key === null || key === '') return;
  const known = index.get(key);
  if (known === undefined) index.set(key, [account]);
  else known.push(account);
}

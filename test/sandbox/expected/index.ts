import { type Account, readAccounts } from './account.ts';
import { createManagerLookup } from './manager.ts';
import { type Source, standingOf } from './standing.ts';

export type { Account } from './account.ts';

/** The accounts that bear each key; one without a key is in no group. */
const by = (accounts: readonly Account[], key: (account: Account) => string | null): Map<string, Account[]> => {
  const groups = Map.groupBy(accounts, (account) => key(account)?.toLowerCase() ?? '');
  groups.delete('');
  return groups;
};

const single = (group: readonly Account[] | undefined): Account | undefined =>
  group?.length === 1 ? group[0] : undefined;

const externalId = (account: Account): string | null => account.externalId;
const employeeNumber = (account: Account): string | null => account.employeeNumber;
const userName = (account: Account): string | null => account.userName;

/**
 * R16: which present account belongs to which person: by externalId, else by a number that is unambiguous on both
 * sides, else by userName. A number does not count against the externalId of somebody else whom Nmbrs knows.
 * A person whom number and userName lead to two different accounts is a conflict (null): nothing is written.
 */
const adopt = (
  desired: readonly Account[],
  present: readonly Account[],
  known: ReadonlySet<string>,
): Map<Account, Account | null> => {
  const adopted = new Map<Account, Account | null>();
  const taken = new Set<Account>();
  const take = (account: Account, found: Account): void => {
    adopted.set(account, found);
    taken.add(found);
  };
  const presentIds = by(present, externalId);
  for (const account of desired) {
    const found = single(presentIds.get(account.externalId ?? ''));
    if (found) take(account, found);
  }
  const desiredNumbers = by(desired, employeeNumber);
  const free = present.filter((account) => !taken.has(account));
  const freeNumbers = by(
    free.filter((account) => !known.has(account.externalId ?? '')),
    employeeNumber,
  );
  const freeNames = by(free, userName);
  for (const account of desired) {
    if (adopted.has(account)) continue;
    const number = account.employeeNumber?.toLowerCase() ?? '';
    const numbered = single(desiredNumbers.get(number)) && single(freeNumbers.get(number));
    const named = single(freeNames.get(account.userName));
    if (numbered && named && numbered !== named) adopted.set(account, null);
    else if (numbered ?? named) take(account, (numbered ?? named) as Account);
  }
  return adopted;
};

/** R17: what Nmbrs does not know stays as it is in Javelo, but for the manager. */
const merge = (desired: Account, present: Account | undefined): Account => {
  if (!present) return desired;
  const merged: Account = { ...present };
  for (const [key, value] of Object.entries(desired) as [keyof Account, never][]) {
    if (value !== null || key === 'managerUserName') merged[key] = value;
  }
  return merged;
};

/**
 * What a perfect synchronisation leaves in Javelo: takes the people as Nmbrs keeps them and the users as Javelo
 * stores them now, gives every account that is there afterwards, sorted by userName. Accounts of nobody stay as they are.
 */
export const computeExpected = (source: Source, users: readonly unknown[] = []): Account[] => {
  const standing = standingOf(source);
  const managerOf = createManagerLookup(standing);
  const present = readAccounts(users);
  const desired = standing.accounts.map(({ employee, userName, values }): Account => {
    const manager = managerOf(employee.manager);
    const { givenName, familyName, ...others } = values;
    const managerUserName = manager === null || manager.id === employee.id ? null : manager.userName;
    return {
      externalId: String(employee.id),
      userName,
      givenName,
      familyName,
      managerUserName,
      ...others,
      active: true,
    };
  });
  const adopted = adopt(desired, present, new Set(source.employees.map(({ id }) => String(id))));
  const changed = new Set(adopted.values());
  const left = new Set([...standing.leavers].map(String));
  const rest = present
    .filter((account) => !changed.has(account))
    .map((account) =>
      account.externalId !== null && left.has(account.externalId)
        ? { ...account, active: false, managerUserName: null }
        : account,
    );
  const written = desired.flatMap((account) => {
    const found = adopted.get(account);
    return found === null ? [] : [merge(account, found)];
  });
  return [...written, ...rest].sort((one, other) =>
    one.userName < other.userName ? -1 : one.userName > other.userName ? 1 : 0,
  );
};

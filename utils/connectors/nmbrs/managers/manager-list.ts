import { foldName } from '../../../core/normalise/name.ts';
import type { ManagerReference } from '../../../core/person.ts';
import { operations } from '../operations.ts';
import { collectList } from '../records/histories.ts';
import type { SoapClient } from '../soap-client.ts';
import { toManagerReference } from './manager-record.ts';

interface ListedManager {
  readonly reference: ManagerReference;
  /** The ways in which other pages may write the name; inferred. */
  readonly names: readonly string[];
}

/** All managers of the debtors, by name. */
export interface ManagerDirectory {
  /** The manager of this name with this debtor; `undefined` where none or several people carry it. */
  findByName(debtorId: string, name: string): ManagerReference | undefined;
  has(reference: ManagerReference): boolean;
}

const collectManagers = collectList<ListedManager | null>(
  'Manager',
  ['Number', 'FirstName', 'Name', 'Email'],
  ([number, firstName = '', name = '', email]) => {
    const reference = toManagerReference({ number, firstName, name, email });
    return reference && { reference, names: [`${firstName} ${name}`, `${name}, ${firstName}`].map(foldName) };
  },
);

/** Debtor Manager_GetList for every debtor (nmbrs-api.md §2.6): one call each. */
export async function readManagerDirectory(
  client: SoapClient,
  debtorIds: readonly string[],
): Promise<ManagerDirectory> {
  const lists = await Promise.all(
    debtorIds.map(async (debtorId) => ({
      debtorId,
      managers: await client.stream(operations.managersOfDebtor, { DebtorId: debtorId }, collectManagers),
    })),
  );
  const byName = new Map<string, ManagerReference[]>();
  const known = new Set<string>();
  for (const { debtorId, managers } of lists) {
    for (const manager of managers) {
      if (manager === null) continue;
      known.add(identityOf(manager.reference));
      for (const name of new Set(manager.names)) {
        for (const key of [`${debtorId}/${name}`, `/${name}`]) {
          const same = byName.get(key);
          if (same) same.push(manager.reference);
          else byName.set(key, [manager.reference]);
        }
      }
    }
  }
  return {
    findByName: (debtorId, name) => onlyOne(byName.get(`${debtorId}/${foldName(name)}`) ?? []),
    has: (reference) => known.has(identityOf(reference)),
  };
}

/** Several records with one e-mail are one person. */
function onlyOne(references: readonly ManagerReference[]): ManagerReference | undefined {
  const [first, ...others] = references;
  if (!first) return undefined;
  const isOne = others.every(({ email }) => email !== null && email === first.email);
  return isOne ? first : undefined;
}

function identityOf({ email, number, fullName }: ManagerReference): string {
  return JSON.stringify([email, number, fullName === null ? null : foldName(fullName)]);
}

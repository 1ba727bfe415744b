import type { Staff } from '../people/records.ts';
import type { Active, Standing } from './standing.ts';
import { ownName } from './values.ts';

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Every way to say a person's name that a manager's record may use. */
const namesOf = ({ info, values }: Active): string[] => {
  const given = [values.givenName, info.FirstName ?? ''].filter((name) => name.trim() !== '');
  const family = [values.familyName, ownName(info)];
  return [...new Set(given.flatMap((first) => family.map((last) => plain(`${first} ${last}`))))];
};

const group = <K>(people: readonly Active[], keys: (person: Active) => readonly K[]): Map<K, Active[]> => {
  const groups = new Map<K, Active[]>();
  for (const person of people) {
    for (const key of keys(person)) {
      const list = groups.get(key);
      if (list) list.push(person);
      else groups.set(key, [person]);
    }
  }
  return groups;
};

/** R13: gives the look-up from a manager's record to the userName of his account, or null. */
export const createManagerLookup = ({
  accounts,
  active,
  primaryOf,
  others,
}: Standing): ((staff: Staff | null) => { userName: string; id: number } | null) => {
  const accountOf = new Map(accounts.map(({ employee, userName }) => [employee.id, { userName, id: employee.id }]));
  const byAddress = group(active, ({ userName }) => (userName === '' ? [] : [userName]));
  const elsewhere = new Set(others.map(({ userName }) => userName));
  const byName = group(active, namesOf);
  /** Two records of one person are one person. */
  const only = (people: readonly Active[]): number | null => {
    const ids = new Set(people.map(({ employee }) => primaryOf.get(employee.id) ?? employee.id));
    return ids.size === 1 ? ([...ids][0] ?? null) : null;
  };
  const find = (staff: Staff): number | null => {
    const address = (staff.Email ?? '').trim().toLowerCase();
    const here = address === '' ? undefined : byAddress.get(address);
    if (here) return only(here);
    if (address !== '' && elsewhere.has(address)) return null;
    const name = plain(`${staff.FirstName ?? ''} ${staff.Name ?? ''}`);
    const named = name === '' ? [] : (byName.get(name) ?? []);
    return only(named.filter(({ employee }) => Number(employee.number) === staff.Number)) ?? only(named);
  };
  return (staff) => {
    const id = staff === null ? null : find(staff);
    return id === null ? null : (accountOf.get(id) ?? null);
  };
};

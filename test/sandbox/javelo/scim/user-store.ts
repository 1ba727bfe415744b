import { isObject, type Json, type ScimUser } from './json.ts';
import { URN } from './schema-names.ts';
import { valuesAt } from './schema-view.ts';

/** Many ids under one key. */
class KeyIndex {
  private readonly ids = new Map<string, Set<string>>();

  add(key: string | null, id: string): void {
    if (key === null) return;
    const known = this.ids.get(key);
    if (known === undefined) this.ids.set(key, new Set([id]));
    else known.add(id);
  }

  remove(key: string | null, id: string): void {
    if (key === null) return;
    const known = this.ids.get(key);
    known?.delete(id);
    if (known?.size === 0) this.ids.delete(key);
  }

  get(key: string): readonly string[] {
    return [...(this.ids.get(key) ?? [])];
  }
}

export type IndexName = 'userName' | 'externalId' | 'employeeNumber' | 'email' | 'managerId' | 'managerUserName';

const folded = (value: Json | undefined): string | null => (typeof value === 'string' ? value.toLowerCase() : null);
const exact = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

const KEYS: Record<IndexName, (user: ScimUser) => readonly (string | null)[]> = {
  userName: (user) => [folded(user.userName)],
  externalId: (user) => [exact(user.externalId)],
  employeeNumber: (user) => [folded(valuesAt(user, URN.enterprise, 'employeeNumber')[0])],
  email: (user) => valuesAt(user, null, 'emails').map((item) => (isObject(item) ? folded(item.value) : null)),
  managerId: (user) => [managerId(user)],
  managerUserName: (user) => [folded(valuesAt(user, URN.javelo, 'managerUserName')[0])],
};

const NAMES = Object.keys(KEYS) as readonly IndexName[];

export function managerId(user: ScimUser): string | null {
  const [manager] = valuesAt(user, URN.enterprise, 'manager');
  return isObject(manager) ? exact(manager.value) : null;
}

/** Accounts in creation order, each found by its keys without a walk. Stored objects are never changed, only replaced. */
export class UserStore {
  private readonly users = new Map<string, ScimUser>();
  private readonly indexes = Object.fromEntries(NAMES.map((name) => [name, new KeyIndex()])) as Record<
    IndexName,
    KeyIndex
  >;
  private ordered: readonly ScimUser[] | null = null;
  private active: readonly ScimUser[] | null = null;

  get(id: string): ScimUser | undefined {
    return this.users.get(id);
  }

  find(index: IndexName, key: string): readonly ScimUser[] {
    const ids = this.indexes[index].get(index === 'externalId' || index === 'managerId' ? key : key.toLowerCase());
    return ids.map((id) => this.users.get(id)).filter((user) => user !== undefined);
  }

  put(user: ScimUser): void {
    const before = this.users.get(user.id);
    for (const name of NAMES) {
      if (before !== undefined) for (const key of KEYS[name](before)) this.indexes[name].remove(key, user.id);
      for (const key of KEYS[name](user)) this.indexes[name].add(key, user.id);
    }
    this.users.set(user.id, user);
    this.forget();
  }

  delete(id: string): void {
    const user = this.users.get(id);
    if (user === undefined) return;
    for (const name of NAMES) for (const key of KEYS[name](user)) this.indexes[name].remove(key, id);
    this.users.delete(id);
    this.forget();
  }

  all(): readonly ScimUser[] {
    this.ordered ??= [...this.users.values()];
    return this.ordered;
  }

  allActive(): readonly ScimUser[] {
    this.active ??= this.all().filter((user) => user.active);
    return this.active;
  }

  private forget(): void {
    this.ordered = null;
    this.active = null;
  }
}

import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Account } from '../core/account.ts';

interface DemoSchema extends DBSchema {
  accounts: { key: string; value: Account };
  weeks: { key: 'gone'; value: number };
}

/** What the demo's Javelo holds, and how many weeks have gone by at its employer: a database of its own. */
export interface DemoStore {
  accounts(): Promise<readonly Account[]>;
  account(id: string): Promise<Account | null>;
  save(account: Account): Promise<void>;
  weeks(): Promise<number>;
  letWeekPass(): Promise<number>;
  destroy(): Promise<void>;
}

/** Opens lazily, and fills a new store with `planted` accounts, as a Javelo that is already in use has some. */
export function openDemoStore(options: { readonly name: string; readonly planted: readonly Account[] }): DemoStore {
  let opening: Promise<IDBPDatabase<DemoSchema>> | null = null;
  const open = () => {
    opening ??= openDB<DemoSchema>(options.name, 1, {
      upgrade(database, _from, _to, transaction) {
        database.createObjectStore('accounts', { keyPath: 'targetId' });
        database.createObjectStore('weeks');
        for (const account of options.planted) void transaction.objectStore('accounts').put(account);
      },
    });
    return opening;
  };
  return {
    accounts: async () => (await open()).getAll('accounts'),
    account: async (id) => (await (await open()).get('accounts', id)) ?? null,
    async save(account) {
      await (await open()).put('accounts', account);
    },
    weeks: async () => (await (await open()).get('weeks', 'gone')) ?? 0,
    async letWeekPass() {
      const transaction = (await open()).transaction('weeks', 'readwrite');
      const gone = ((await transaction.store.get('gone')) ?? 0) + 1;
      await transaction.store.put(gone, 'gone');
      await transaction.done;
      return gone;
    },
    async destroy() {
      const database = await open();
      const stores = ['accounts', 'weeks'] as const;
      const transaction = database.transaction(stores, 'readwrite');
      await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
      await transaction.done;
      database.close();
      opening = null;
      await new Promise<void>((resolve) => {
        const request = indexedDB.deleteDatabase(options.name);
        // Emptied already; a page that still has it open only delays its end.
        request.onsuccess = request.onerror = request.onblocked = () => resolve();
      });
    },
  };
}

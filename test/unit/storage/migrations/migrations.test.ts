import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { migrations } from '../../../../utils/storage/migrations/all.ts';
import after001 from './001-after.json' with { type: 'json' };
import after002 from './002-after.json' with { type: 'json' };
import after003 from './003-after.json' with { type: 'json' };
import after004 from './004-after.json' with { type: 'json' };

/** What the database looks like after each migration. A released migration never changes, so neither does its fixture. */
const fixtures: readonly unknown[] = [after001, after002, after003, after004];

it('are numbered from 1 without a gap, and each has its fixture', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, at) => at + 1));
  expect(fixtures).toHaveLength(migrations.length);
});

it.each(fixtures.map((fixture, at) => [at + 1, fixture] as const))(
  'number %i leaves the stores of its fixture',
  async (version, fixture) => {
    const factory = new IDBFactory();
    // One version at a time, as a user who never missed an update has it.
    for (let step = 1; step <= version; step += 1) (await upgrade(factory, step, step - 1)).close();
    expect(await describeStores(await upgrade(factory, version, version))).toEqual(fixture);
  },
);

it('leave the same stores when they run all at once', async () => {
  const last = migrations.length;
  expect(await describeStores(await upgrade(new IDBFactory(), last, 0))).toEqual(fixtures.at(-1));
});

function upgrade(factory: IDBFactory, version: number, from: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open('companion', version);
    request.onupgradeneeded = () => {
      const { transaction } = request;
      if (!transaction) return;
      for (const migration of migrations.slice(from, version)) migration.migrate(request.result, transaction);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function describeStores(database: IDBDatabase): Promise<unknown> {
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  const stores = names.map((name) => {
    const store = transaction.objectStore(name);
    const indexes = [...store.indexNames].map((index) => [index, store.index(index).keyPath]);
    const { keyPath, autoIncrement } = store;
    return [name, { keyPath, autoIncrement, indexes: Object.fromEntries(indexes) }];
  });
  database.close();
  return Object.fromEntries(stores);
}

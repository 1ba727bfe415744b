import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import type { RunId, SourceId } from '../../../../utils/core/ids.ts';
import { openJournal } from '../../../../utils/storage/journal.ts';
import { migrations } from '../../../../utils/storage/migrations/all.ts';
import before from './003-rows.json' with { type: 'json' };

/** Rows as version 3 of the journal wrote them, in the middle of a run: everything loose, nothing packed. */
type Rows = Readonly<Record<string, readonly unknown[]>>;

const r1 = 'r1' as RunId;
const kinds = ['create', 'update', 'disable'] as const;

it('rows of the version before are read as they are, gone on with, and packed', async () => {
  const factory = new IDBFactory();
  await fill(factory, 3, before.rows);
  const journal = openJournal({ name: 'companion', factory });
  const read = async () => ({
    active: (await journal.activeRun())?.id,
    log: (await journal.queryLog({ runId: r1, limit: 10 })).entries,
    everything: (await journal.queryLog({ limit: 10 })).entries.map(({ seq }) => seq),
    person: await journal.readPerson('1' as SourceId),
    people: (await journal.queryPeople({ limit: 10 })).people.length,
    links: [...(await journal.readLinks()).values()],
    open: await journal.openOperations(r1, kinds, 10),
    steps: await journal.readSourceSteps(r1),
    pages: await journal.readTargetPages(r1),
    facts: [...(await journal.recall(['engine:previous', 'person:1']))],
  });
  const loose = await read();
  expect(loose).toEqual(before.reads);
  await journal.compact(r1);
  while ((await journal.compact(null)).more);
  expect(await read()).toEqual(loose);
});

it('a journal that cannot be brought to the new version stays as it was', async () => {
  const factory = new IDBFactory();
  await fill(factory, 3, before.rows);
  const broken = migrations.map((each) =>
    each.version < 4
      ? each
      : {
          version: 4,
          migrate(database: IDBDatabase, transaction: IDBTransaction) {
            each.migrate(database, transaction);
            throw new Error('no');
          },
        },
  );
  await expect(openJournal({ name: 'companion', factory, migrations: broken }).activeRun()).rejects.toThrow();
  const journal = openJournal({ name: 'companion', factory, migrations: migrations.slice(0, 3) });
  expect((await journal.loadRun(r1))?.id).toBe('r1');
});

function fill(factory: IDBFactory, version: number, rows: Rows): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open('companion', version);
    request.onupgradeneeded = () => {
      const { result, transaction } = request;
      if (!transaction) return;
      for (const migration of migrations.slice(0, version)) migration.migrate(result, transaction);
      for (const [store, values] of Object.entries(rows)) {
        for (const value of values) {
          const { key, row } = value as { key?: string; row: unknown };
          transaction.objectStore(store).put(row, key);
        }
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}

import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunId, SourceId } from '../../../utils/core/ids.ts';
import type { Journal } from '../../../utils/ports/journal.ts';
import { openJournal } from '../../../utils/storage/journal.ts';
import { openSqliteStore } from '../../../utils/storage/sqlite/sqlite-store.ts';
import { aLink, anEntry, anOperation, aPerson, aRun } from '../../support/journal-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'damage-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Damages one row from outside, as a bad disk or an older version would. */
type Damage = (store: string, keyPath: string, key: string | number) => Promise<void>;

const adapters: Record<string, () => { journal: Journal; damage: Damage }> = {
  IndexedDB() {
    const factory = new IDBFactory();
    return {
      journal: openJournal({ name: 'companion', factory }),
      async damage(store, keyPath, key) {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = factory.open('companion');
          request.onsuccess = () => resolve(request.result);
        });
        await new Promise<void>((resolve) => {
          const transaction = database.transaction(store, 'readwrite');
          transaction.oncomplete = () => resolve();
          const cursor = transaction.objectStore(store).openCursor();
          cursor.onsuccess = () => {
            const found = cursor.result;
            if (!found) return;
            const row = found.value as Record<string, unknown>;
            const keep = ['id', 'startedAt', 'sourceId', 'runId', 'seq', 'page', 'queue', 'at', 'outcome'];
            if (row[keyPath] === key) {
              found.update(Object.fromEntries(Object.entries(row).filter(([name]) => keep.includes(name))));
            }
            found.continue();
          };
        });
        database.close();
      },
    };
  },
  SQLite() {
    const path = join(folder, 'journal.sqlite');
    rmSync(path, { force: true });
    return {
      journal: openSqliteStore(path).journal,
      async damage(store, keyPath, key) {
        const database = new DatabaseSync(path);
        database.prepare(`UPDATE ${store} SET row = substr(row, 1, length(row) / 2) WHERE ${keyPath} = ?`).run(key);
        database.close();
      },
    };
  },
};

describe.each(Object.entries(adapters))('a damaged row in %s', (_name, open) => {
  const r1 = 'r1' as RunId;
  const kinds = ['create', 'update', 'disable'] as const;

  async function filled() {
    const parts = open();
    const { journal } = parts;
    await journal.createRun(aRun('r0'));
    await journal.endRun(aRun('r0', { state: 'succeeded' }), []);
    await journal.createRun(aRun('r1'));
    await journal.saveSourceStep(aRun('r1'), 0, { people: [aPerson('1')], managers: [], remember: [] });
    await journal.savePlan(aRun('r1'), {
      operations: [anOperation('r1', 0), anOperation('r1', 1, { kind: 'update' })],
      entries: [anEntry('r1', 0), anEntry('r1', 1)],
      links: [aLink('1'), aLink('2')],
    });
    return parts;
  }
  const named = (store: string, key: string) => ({ code: 'journal-damaged', params: { store, key } });

  it('is named with its store and key; others can be read', async () => {
    const { journal, damage } = await filled();
    await damage('links', 'sourceId', '1');
    await expect(journal.readLink('1' as SourceId)).rejects.toMatchObject(named('links', '1'));
    await expect(journal.readLinks()).rejects.toMatchObject(named('links', '1'));
    expect(await journal.readLink('2' as SourceId)).toEqual(aLink('2'));
  });

  it('stops the run that needs it', async () => {
    const { journal, damage } = await filled();
    await damage('operations', 'seq', 0);
    await expect(journal.openOperations(r1, kinds, 10)).rejects.toMatchObject(named('operations', 'r1/0'));
    expect(await journal.openOperations(r1, ['update'], 10)).toHaveLength(1);
    await damage('sourcePages', 'page', 0);
    await expect(journal.readSourceSteps(r1)).rejects.toMatchObject(named('sourcePages', 'r1/0'));
  });

  it('is left out of the lists that people look at', async () => {
    const { journal, damage } = await filled();
    await damage('log', 'seq', 0);
    expect((await journal.queryLog({ runId: r1, limit: 10 })).entries.map((entry) => entry.seq)).toEqual([1]);
    await expect(journal.readEntry(r1, 0)).rejects.toMatchObject(named('log', 'r1/0'));
    await damage('runs', 'id', 'r1');
    expect((await journal.listRuns(10)).map((run) => run.id)).toEqual(['r0']);
  });

  it('does not keep a new run from starting when it is the active run', async () => {
    const { journal, damage } = await filled();
    await damage('runs', 'id', 'r1');
    await expect(journal.activeRun()).rejects.toMatchObject(named('runs', 'r1'));
    await journal.createRun(aRun('r2'));
    expect((await journal.activeRun())?.id).toBe('r2');
  });
});

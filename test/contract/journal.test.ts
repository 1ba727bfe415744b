import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { afterAll } from 'vitest';
import { openJournal } from '../../utils/storage/journal.ts';
import { openSqliteStore } from '../../utils/storage/sqlite/sqlite-store.ts';
import { describeJournalHealth } from '../support/journal-health-suite.ts';
import { describeJournal } from '../support/journal-suite.ts';
import { packing } from '../support/packing-journal.ts';

const inIndexedDb = () => {
  const factory = new IDBFactory();
  return () => openJournal({ name: 'companion', factory });
};

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
const opened: { close(): void }[] = [];
let files = 0;

const inSqlite = () => {
  files += 1;
  const path = join(folder, `${files}.sqlite`);
  return () => {
    const store = openSqliteStore(path);
    opened.push(store);
    return store.journal;
  };
};

describeJournal('IndexedDB', inIndexedDb);
describeJournal('SQLite', inSqlite);
describeJournal('IndexedDB, packed after every write', () => packing(inIndexedDb()));
describeJournal('SQLite, packed after every write', () => packing(inSqlite()));
describeJournalHealth('IndexedDB', inIndexedDb);
describeJournalHealth('SQLite', inSqlite);

afterAll(() => {
  for (const store of opened) store.close();
  rmSync(folder, { recursive: true });
});

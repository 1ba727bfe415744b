import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { CompanionError, type ErrorCode } from '../../core/errors.ts';
import type { z } from '../../zod.ts';
import { parseRow } from '../rows/parse-row.ts';

/** One SQLite file; every `transact` is one transaction. For the headless command only: browsers have no SQLite. */
export interface SqliteDatabase {
  /** Runs `work` as a whole or not at all, after every one before it; between its parts it may wait. */
  transact<T>(work: () => T | Promise<T>): Promise<T>;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** The rows found, all their columns. */
  rows(sql: string, ...values: SQLInputValue[]): readonly Readonly<Record<string, SQLOutputValue>>[];
  /** The first column of every row found. */
  column(sql: string, ...values: SQLInputValue[]): readonly (string | number)[];
  /** The first two columns of every row found: a key and what is stored under it. */
  pairs(sql: string, ...values: SQLInputValue[]): readonly (readonly [key: string | number, row: string | number])[];
  close(): void;
}

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const codes: Readonly<Record<number, ErrorCode>> = {
  5: 'storage-refused', // BUSY
  8: 'storage-refused', // READONLY
  10: 'storage-refused', // IOERR
  11: 'journal-damaged', // CORRUPT
  13: 'storage-full', // FULL
  14: 'storage-refused', // CANTOPEN
  26: 'journal-damaged', // NOTADB
};

/** In order; the number of those applied is the file's `user_version`. A released one never changes. */
const migrations: readonly string[] = [
  `
  CREATE TABLE runs (id TEXT PRIMARY KEY, startedAt TEXT NOT NULL, row TEXT NOT NULL) STRICT;
  CREATE TABLE sourcePages (runId TEXT, page INTEGER, row TEXT NOT NULL, PRIMARY KEY (runId, page)) STRICT;
  CREATE TABLE targetPages (runId TEXT, page INTEGER, row TEXT NOT NULL, PRIMARY KEY (runId, page)) STRICT;
  CREATE TABLE operations (runId TEXT, seq INTEGER, queue TEXT, row TEXT NOT NULL, PRIMARY KEY (runId, seq)) STRICT;
  CREATE INDEX openOperations ON operations (runId, queue, seq) WHERE queue IS NOT NULL;
  CREATE TABLE links (sourceId TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT;
  CREATE TABLE log (runId TEXT, seq INTEGER, at TEXT NOT NULL, sourceId TEXT, row TEXT NOT NULL, PRIMARY KEY (runId, seq)) STRICT;
  CREATE INDEX logByTime ON log (at, runId, seq);
  CREATE INDEX logByPerson ON log (sourceId, at, runId, seq);
  CREATE TABLE memory (key TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT;
  CREATE TABLE escrow (sourceId TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT;
  CREATE TABLE requests (atMs INTEGER NOT NULL) STRICT;
  CREATE INDEX requestsByTime ON requests (atMs);
  CREATE TABLE meta (key TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT;
`,
  `
  CREATE TABLE people (sourceId TEXT PRIMARY KEY, sortKey TEXT NOT NULL, row TEXT NOT NULL) STRICT;
  CREATE INDEX peopleByName ON people (sortKey, sourceId);
`,
  'CREATE TABLE settings (key TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT;',
  `
  CREATE TABLE drift (sourceId TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT;
  CREATE TABLE decisions (sourceId TEXT, attribute TEXT, row TEXT NOT NULL, PRIMARY KEY (sourceId, attribute)) STRICT;
`,
  // Nothing is moved here: loose rows of before stay readable as they are, and are packed a bounded number at a time when runs end.
  `
  CREATE TABLE blocks (
    id INTEGER PRIMARY KEY AUTOINCREMENT, tableName TEXT NOT NULL, scope TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
    newest TEXT, oldest TEXT, attention INTEGER, count INTEGER NOT NULL, bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX blocksByKey ON blocks (tableName, scope, first);
  CREATE INDEX blocksByTime ON blocks (newest, scope, last) WHERE newest IS NOT NULL;
  CREATE TABLE blockIds (id TEXT, block INTEGER, PRIMARY KEY (id, block)) STRICT, WITHOUT ROWID;
`,
];

/** Opens lazily. Throws `storage-refused`, `storage-full`, `journal-newer`, `journal-damaged`. */
export function openSqliteDatabase(path: string): SqliteDatabase {
  let opened: DatabaseSync | null = null;
  const statements = new Map<string, StatementSync>();
  let last: Promise<void> = Promise.resolve();

  const open = () => {
    opened ??= connect(path);
    return opened;
  };
  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = open().prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };

  return {
    transact(work) {
      const turn = last.then(() => inTransaction(open, work));
      last = turn.then(ignore, ignore);
      return turn;
    },
    run(sql, ...values) {
      prepare(sql).run(...values);
    },
    rows(sql, ...values) {
      return prepare(sql).all(...values);
    },
    column(sql, ...values) {
      return prepare(sql)
        .all(...values)
        .map((row) => Object.values(row)[0] as string | number);
    },
    pairs(sql, ...values) {
      return prepare(sql)
        .all(...values)
        .map((row) => {
          const [key, value] = Object.values(row) as [string | number, string | number];
          return [key, value];
        });
    },
    close() {
      statements.clear();
      opened?.close();
      opened = null;
    },
  };
}

function ignore(): void {}

async function inTransaction<T>(open: () => DatabaseSync, work: () => T | Promise<T>): Promise<T> {
  try {
    open().exec('BEGIN IMMEDIATE');
    try {
      const result = await work();
      open().exec('COMMIT');
      return result;
    } catch (error) {
      if (open().isTransaction) open().exec('ROLLBACK');
      throw error;
    }
  } catch (error) {
    throw toSqliteError(error);
  }
}

/** A row as the type it was stored as; what is no JSON any more is as damaged as what has another shape. */
export function parseStored<T>(
  schema: z.ZodMiniType<T>,
  text: string | number,
  store: string,
  key: string | number,
): T {
  let row: unknown;
  try {
    row = JSON.parse(String(text));
  } catch {
    row = undefined;
  }
  return parseRow(schema, row, store, key);
}

function connect(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // Another process with the same state folder may be in the middle of a transaction.
    database.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 1000000;',
    );
    database.exec('BEGIN IMMEDIATE');
    const [found] = Object.values(database.prepare('PRAGMA user_version').get() ?? {});
    if (Number(found) > migrations.length) throw new CompanionError('journal-newer', { version: Number(found) });
    for (const migration of migrations.slice(Number(found))) database.exec(migration);
    database.exec(`PRAGMA user_version = ${migrations.length};`);
    database.exec('COMMIT');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function toSqliteError(caught: unknown): CompanionError {
  if (caught instanceof CompanionError) return caught;
  const code = caught instanceof Error && 'errcode' in caught ? Number(caught.errcode) & 0xff : Number.NaN;
  const name = caught instanceof Error ? caught.name : typeof caught;
  return new CompanionError(codes[code] ?? 'internal', { name }, { cause: caught });
}

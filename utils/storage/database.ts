import { type IDBPDatabase, type IDBPTransaction, unwrap, wrap } from 'idb';
import { CompanionError } from '../core/errors.ts';
import { inChunks } from './chunks.ts';
import { migrations as allMigrations } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import type { Schema, StoreName } from './schema.ts';
import { isClosedConnection, toStorageError } from './storage-error.ts';

export type ReadTransaction = IDBPTransaction<Schema, StoreName[], 'readonly'>;
export type WriteTransaction = IDBPTransaction<Schema, StoreName[], 'readwrite'>;

/** The one door to IndexedDB: every call is one transaction, and what it throws is a CompanionError. */
export interface Database {
  read<T>(stores: readonly StoreName[], work: (transaction: ReadTransaction) => Promise<T>): Promise<T>;
  /** Resolves when everything is on disk; when `work` throws, nothing of it is. */
  write<T>(stores: readonly StoreName[], work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
  close(): void;
  /** Deletes the database from the disk; the next call begins with an empty one. */
  destroy(): Promise<void>;
}

export interface DatabaseOptions {
  readonly name: string;
  readonly factory?: IDBFactory;
  readonly migrations?: readonly Migration[];
}

/** Opens lazily and again when the browser closed the connection. Throws `storage-refused`, `journal-newer`, `storage-full`. */
export function openDatabase({ name, factory, migrations = allMigrations }: DatabaseOptions): Database {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;

  const connect = () => {
    opening ??= open(name, factory ?? readFactory(), migrations, () => {
      opening = null;
    }).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  const transact = async <Mode extends 'readonly' | 'readwrite', T>(
    stores: readonly StoreName[],
    mode: Mode,
    work: (transaction: IDBPTransaction<Schema, StoreName[], Mode>) => Promise<T>,
  ): Promise<T> => {
    try {
      const transaction = await begin(connect, () => (opening = null), stores, mode);
      return await complete(transaction, work);
    } catch (error) {
      throw toStorageError(error);
    }
  };

  return {
    read: (stores, work) => transact(stores, 'readonly', work),
    write: (stores, work) => transact(stores, 'readwrite', work),
    close() {
      void opening?.then((database) => database.close()).catch(() => {});
      opening = null;
    },
    async destroy() {
      const open = await opening?.catch(() => null);
      open?.close();
      opening = null;
      await deleteDatabase(name, factory ?? readFactory());
    },
  };
}

function deleteDatabase(name: string, factory: IDBFactory): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(toStorageError(request.error));
    // Another context has it open; it makes way on `versionchange`, and this request then goes on by itself.
    request.onblocked = () => {};
  });
}

/** Puts many rows without a promise for each; a failure aborts the transaction and so reaches its `done`. */
export function putAll<Name extends StoreName>(
  transaction: WriteTransaction,
  store: Name,
  rows: Iterable<Schema[Name]['value']>,
): void {
  const target = unwrap(transaction.objectStore(store)) as unknown as IDBObjectStore;
  for (const row of rows) target.put(row);
}

/** The same in parts, between which others have the thread: for rows without number. */
export async function putInParts<Name extends StoreName>(
  transaction: WriteTransaction,
  store: Name,
  rows: readonly Schema[Name]['value'][],
): Promise<void> {
  for (const part of inChunks(rows)) {
    putAll(transaction, store, part);
    // Requests are answered in their order, so this answer comes when all of them are done.
    await transaction.objectStore(store).count(IDBKeyRange.only(''));
  }
}

/** Opens a transaction; the browser may have closed the connection since the last one, then a second try has a new one. */
async function begin<Mode extends 'readonly' | 'readwrite'>(
  connect: () => Promise<IDBPDatabase<Schema>>,
  forget: () => void,
  stores: readonly StoreName[],
  mode: Mode,
): Promise<IDBPTransaction<Schema, StoreName[], Mode>> {
  const database = await connect();
  try {
    return database.transaction([...stores], mode);
  } catch (error) {
    if (!isClosedConnection(error)) throw error;
    forget();
    return (await connect()).transaction([...stores], mode);
  }
}

async function complete<Mode extends 'readonly' | 'readwrite', T>(
  transaction: IDBPTransaction<Schema, StoreName[], Mode>,
  work: (transaction: IDBPTransaction<Schema, StoreName[], Mode>) => Promise<T>,
): Promise<T> {
  // Looked at from the start: the transaction may fail while `work` still waits for something else.
  const done = transaction.done.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await work(transaction);
    const failure = await done;
    if (failure) throw failure.error;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended already; the reason is the error at hand.
    }
    const failure = await done;
    throw isAbort(error) && failure ? failure.error : error;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function readFactory(): IDBFactory {
  // Reading the global alone throws where storage is blocked by policy.
  const factory = globalThis.indexedDB;
  if (!factory) throw new CompanionError('storage-refused', { name: 'absent' });
  return factory;
}

function open(
  name: string,
  factory: IDBFactory,
  migrations: readonly Migration[],
  onClosed: () => void,
): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, migrations.at(-1)?.version ?? 1);
    let failure: unknown = null;
    request.onupgradeneeded = (event) => {
      const transaction = request.transaction;
      if (!transaction) return;
      try {
        for (const migration of migrations) {
          if (migration.version > event.oldVersion) migration.migrate(request.result, transaction);
        }
      } catch (error) {
        failure = error;
        transaction.abort();
      }
    };
    request.onerror = () => reject(failure ?? request.error);
    // Another context still has the older version open. It closes on `versionchange`, and this request then goes on by itself.
    request.onblocked = () => {};
    request.onsuccess = () => {
      const database = request.result;
      // A newer version of the companion wants to migrate: make way.
      database.onversionchange = () => {
        database.close();
        onClosed();
      };
      database.onclose = onClosed;
      resolve(wrap(database) as unknown as IDBPDatabase<Schema>);
    };
  });
}

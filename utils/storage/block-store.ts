import type { ReadTransaction, WriteTransaction } from './database.ts';
import { blockId, type StoredBlock } from './packed/block.ts';
import type { BlockStore, BlockTime } from './packed/block-store.ts';

/** The blocks in IndexedDB, in a transaction over the store `blocks`. */
export function blocksIn(transaction: ReadTransaction | WriteTransaction): BlockStore {
  const store = transaction.objectStore('blocks');
  const byKey = store.index('byKey');
  const writable = store as unknown as ReturnType<WriteTransaction['objectStore']>;
  const toStored = (value: unknown) => (value === undefined ? null : (value as StoredBlock));
  const first = async (range: IDBKeyRange) => toStored((await byKey.getAll(range, 1))[0]);
  const dropRange = async (range: IDBKeyRange) => {
    for (const id of await byKey.getAllKeys(range)) await writable.delete(id);
  };
  return {
    async around(table, scope, key) {
      const cursor = await byKey.openCursor(IDBKeyRange.bound([table, scope], [table, scope, key]), 'prev');
      return toStored(cursor?.value);
    },
    after: (table, scope, key) =>
      first(IDBKeyRange.bound(key === null ? [table, scope] : [table, scope, key], [table, scope, []], key !== null)),
    holding: async (table, sourceId) =>
      (await store.index('byId').getAll(blockId(table, sourceId))) as unknown as readonly StoredBlock[],
    get: async (id) => toStored(await store.get(id)),
    async nextById(table, afterId) {
      const cursor = await store.index('byTable').openCursor(IDBKeyRange.only(table));
      const isPast = !cursor || cursor.primaryKey > afterId;
      return toStored((isPast ? cursor : await cursor.continuePrimaryKey(table, afterId + 1))?.value);
    },
    async earlier(before) {
      const range = before ? IDBKeyRange.upperBound(timeKey(before), true) : null;
      const cursor = await store.index('byTime').openKeyCursor(range, 'prev');
      if (!cursor) return null;
      const [newest, scope, last, oldest] = cursor.key;
      return { id: cursor.primaryKey, newest, oldest, scope, last };
    },
    olderThan: async (time) =>
      toStored((await store.index('byTime').getAll(IDBKeyRange.upperBound([time], true), 1))[0]),
    async sumAttention(runId) {
      const range = IDBKeyRange.bound([runId], [runId, []]);
      let sum = 0;
      let cursor = await store.index('byAttention').openKeyCursor(range);
      for (; cursor; cursor = await cursor.continue()) sum += cursor.key[1];
      return sum;
    },
    async put(block) {
      await writable.put(block as StoredBlock);
    },
    async drop(id) {
      await writable.delete(id);
    },
    dropScope: (table, scope, from = '') => dropRange(IDBKeyRange.bound([table, scope, from], [table, scope, []])),
    dropTable: (table) => dropRange(IDBKeyRange.bound([table], [table, []])),
  };
}

function timeKey({ newest, scope, last, oldest }: BlockTime): string[] {
  return [newest, scope, last, oldest];
}

import type { Migration } from './migration.ts';

/**
 * Rows that change no more are kept compressed, some hundred together. Nothing is moved here, however long that would take: loose rows
 * of before stay readable as they are, and are packed a bounded number at a time when runs end.
 */
export const blocks: Migration = {
  version: 4,
  migrate(database) {
    const store = database.createObjectStore('blocks', { keyPath: 'id', autoIncrement: true });
    store.createIndex('byKey', ['table', 'scope', 'first']);
    store.createIndex('byTable', 'table');
    store.createIndex('byId', 'ids', { multiEntry: true });
    // Only blocks of the log have these.
    store.createIndex('byTime', ['newest', 'scope', 'last', 'oldest']);
    store.createIndex('byAttention', ['scope', 'attention']);
  },
};

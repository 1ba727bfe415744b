import type { Migration } from './migration.ts';

/** People as the last run found them, so that they can be shown and explained without reading the source again. */
export const knownPeople: Migration = {
  version: 2,
  migrate(database) {
    const people = database.createObjectStore('people', { keyPath: 'sourceId' });
    people.createIndex('byName', ['sortKey', 'sourceId']);
  },
};

import type { Migration } from './migration.ts';

export const firstStores: Migration = {
  version: 1,
  migrate(database) {
    const runs = database.createObjectStore('runs', { keyPath: 'id' });
    runs.createIndex('byStart', 'startedAt');
    database.createObjectStore('sourcePages', { keyPath: ['runId', 'page'] });
    database.createObjectStore('targetPages', { keyPath: ['runId', 'page'] });
    const operations = database.createObjectStore('operations', { keyPath: ['runId', 'seq'] });
    operations.createIndex('open', ['runId', 'queue', 'seq']);
    database.createObjectStore('links', { keyPath: 'sourceId' });
    const log = database.createObjectStore('log', { keyPath: ['runId', 'seq'] });
    log.createIndex('byTime', ['at', 'runId', 'seq']);
    log.createIndex('byPerson', ['sourceId', 'at']);
    log.createIndex('byOutcome', ['runId', 'outcome', 'seq']);
    database.createObjectStore('memory', { keyPath: 'key' });
    database.createObjectStore('escrow', { keyPath: 'sourceId' });
    const requests = database.createObjectStore('requests', { autoIncrement: true });
    requests.createIndex('byTime', 'atMs');
    database.createObjectStore('meta');
    database.createObjectStore('settings');
    database.createObjectStore('secrets');
  },
};

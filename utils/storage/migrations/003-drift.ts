import type { Migration } from './migration.ts';

/** What has changed in the target since it was written, and what the admin decided about it. */
export const drift: Migration = {
  version: 3,
  migrate(database) {
    database.createObjectStore('drift', { keyPath: 'sourceId' });
    database.createObjectStore('decisions', { keyPath: ['sourceId', 'attribute'] });
  },
};

import type { Journal } from '../../ports/journal.ts';
import { createScheduler, type Scheduler } from '../../ports/scheduler.ts';
import { createSqliteBlocks } from './sqlite-blocks.ts';
import { createSqliteCompactMethods } from './sqlite-compact.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { createSqliteDriftMethods } from './sqlite-drift.ts';
import { createSqliteEraseMethods } from './sqlite-erase.ts';
import { createSqliteHealthMethods } from './sqlite-health.ts';
import { createSqliteLinkMethods } from './sqlite-links.ts';
import { createSqliteLogMethods } from './sqlite-log.ts';
import { createSqliteOperationMethods } from './sqlite-operations.ts';
import { createSqlitePaceMethods } from './sqlite-pace.ts';
import { createSqlitePageMethods } from './sqlite-pages.ts';
import { createSqlitePeopleMethods } from './sqlite-people.ts';
import { createSqliteRunMethods } from './sqlite-runs.ts';

/** The journal over an open SQLite file, for processes without a browser: the same contract as the one in IndexedDB. */
export function createSqliteJournal(database: SqliteDatabase, scheduler: Scheduler = createScheduler()): Journal {
  const blocks = createSqliteBlocks(database, scheduler);
  return {
    ...createSqliteRunMethods(database, blocks),
    ...createSqlitePageMethods(database, blocks, scheduler),
    ...createSqliteOperationMethods(database, blocks, scheduler),
    ...createSqliteLinkMethods(database, blocks),
    ...createSqliteCompactMethods(database, blocks),
    ...createSqliteLogMethods(database, blocks, scheduler),
    ...createSqlitePeopleMethods(database, blocks),
    ...createSqliteDriftMethods(database, scheduler),
    ...createSqliteEraseMethods(database, blocks),
    ...createSqlitePaceMethods(database),
    ...createSqliteHealthMethods(database, blocks),
  };
}

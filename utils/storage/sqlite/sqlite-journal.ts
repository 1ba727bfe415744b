import type { Journal } from '../../ports/journal.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { createSqliteDriftMethods } from './sqlite-drift.ts';
import { createSqliteEraseMethods } from './sqlite-erase.ts';
import { createSqliteHealthMethods } from './sqlite-health.ts';
import { createSqliteLogMethods } from './sqlite-log.ts';
import { createSqliteOperationMethods } from './sqlite-operations.ts';
import { createSqlitePaceMethods } from './sqlite-pace.ts';
import { createSqlitePeopleMethods } from './sqlite-people.ts';
import { createSqliteRunMethods } from './sqlite-runs.ts';

/** The journal over an open SQLite file, for processes without a browser: the same contract as the one in IndexedDB. */
export function createSqliteJournal(database: SqliteDatabase): Journal {
  return {
    ...createSqliteRunMethods(database),
    ...createSqliteOperationMethods(database),
    ...createSqliteLogMethods(database),
    ...createSqlitePeopleMethods(database),
    ...createSqliteDriftMethods(database),
    ...createSqliteEraseMethods(database),
    ...createSqlitePaceMethods(database),
    ...createSqliteHealthMethods(database),
  };
}

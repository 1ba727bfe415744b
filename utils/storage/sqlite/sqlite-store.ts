import type { Journal } from '../../ports/journal.ts';
import { createScheduler, type Scheduler } from '../../ports/scheduler.ts';
import type { Settings } from '../../ports/settings.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { createSqliteJournal } from './sqlite-journal.ts';
import { createSqliteSettings } from './sqlite-settings.ts';

export interface SqliteStore {
  readonly journal: Journal;
  readonly settings: Pick<Settings, 'readPolicy' | 'savePolicy'>;
  close(): void;
}

/** Journal and settings in one SQLite file, so that both are kept or lost together. */
export function openSqliteStore(path: string, scheduler: Scheduler = createScheduler()): SqliteStore {
  const database = openSqliteDatabase(path);
  return {
    journal: createSqliteJournal(database, scheduler),
    settings: createSqliteSettings(database),
    close: () => database.close(),
  };
}

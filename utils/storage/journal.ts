import type { Journal } from '../ports/journal.ts';
import { createScheduler, type Scheduler } from '../ports/scheduler.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { createCompactMethods } from './journal-compact.ts';
import { createDriftMethods } from './journal-drift.ts';
import { createEraseMethods } from './journal-erase.ts';
import { createHealthMethods } from './journal-health.ts';
import { createLinkMethods } from './journal-links.ts';
import { createLogMethods } from './journal-log.ts';
import { createOperationMethods } from './journal-operations.ts';
import { createPaceMethods } from './journal-pace.ts';
import { createPageMethods } from './journal-pages.ts';
import { createPeopleMethods } from './journal-people.ts';
import { createRunMethods } from './journal-runs.ts';

/** The journal over an open database. */
export function createJournal(database: Database, scheduler: Scheduler = createScheduler()): Journal {
  return {
    ...createRunMethods(database),
    ...createPageMethods(database, scheduler),
    ...createOperationMethods(database, scheduler),
    ...createLinkMethods(database),
    ...createCompactMethods(database),
    ...createLogMethods(database),
    ...createPeopleMethods(database),
    ...createDriftMethods(database),
    ...createEraseMethods(database),
    ...createPaceMethods(database),
    ...createHealthMethods(database),
  };
}

/** The journal in IndexedDB. Opens lazily: what is wrong with the storage is thrown by the first call. */
export function openJournal(options: DatabaseOptions): Journal {
  return createJournal(openDatabase(options));
}

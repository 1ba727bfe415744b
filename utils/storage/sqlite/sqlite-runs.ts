import { CompanionError } from '../../core/errors.ts';
import { hasEnded, type Run } from '../../core/run/run.ts';
import type { Journal } from '../../ports/journal.ts';
import type { BlockStore } from '../packed/block-store.ts';
import { kinds } from '../packed/pack-plan.ts';
import { pageTables } from '../packed/pages.ts';
import { operationScope } from '../packed/tables.ts';
import { activeRow, cancelRow } from '../rows/meta-rows.ts';
import { runRow } from '../rows/run-row.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';

type RunMethods = Pick<
  Journal,
  'createRun' | 'saveRun' | 'loadRun' | 'activeRun' | 'listRuns' | 'requestCancel' | 'isCancelRequested' | 'endRun'
>;

// Far beyond the window of any request budget.
const requestsKeptMs = 24 * 3_600_000;

export function createSqliteRunMethods(database: SqliteDatabase, blocks: BlockStore): RunMethods {
  const { transact, run: execute, column } = database;
  return {
    createRun: (run) =>
      transact(() => {
        const active = readActiveUnlessDamaged(database);
        if (active) throw new CompanionError('run-active', { run: active.id });
        putMeta(database, 'active', { runId: run.id });
        putRun(database, run);
        execute('DELETE FROM requests WHERE atMs < ?', Date.parse(run.startedAt) - requestsKeptMs);
      }),

    saveRun: (run) => transact(() => putRun(database, run)),

    loadRun: (id) =>
      transact(() => {
        const [row] = column('SELECT row FROM runs WHERE id = ?', id);
        return row === undefined ? null : parseStored(runRow, row, 'runs', id);
      }),

    activeRun: () => transact(() => readActive(database)),

    listRuns: (limit) =>
      transact(() =>
        column('SELECT row FROM runs ORDER BY startedAt DESC, id DESC LIMIT ?', limit).flatMap((row) => {
          const parsed = attempt(() => parseStored(runRow, row, 'runs', ''));
          return parsed ? [parsed] : [];
        }),
      ),

    requestCancel: (runId) => transact(() => putMeta(database, 'cancel', { runId })),

    isCancelRequested: (id) =>
      transact(() => {
        const [row] = column('SELECT row FROM meta WHERE key = ?', 'cancel');
        return row !== undefined && parseStored(cancelRow, row, 'meta', 'cancel').runId === id;
      }),

    endRun: (run, remember) =>
      transact(async () => {
        putRun(database, run);
        putFacts(database, remember);
        execute('DELETE FROM sourcePages WHERE runId = ?', run.id);
        execute('DELETE FROM targetPages WHERE runId = ?', run.id);
        execute('DELETE FROM operations WHERE runId = ?', run.id);
        for (const table of pageTables) await blocks.dropScope(table, run.id);
        for (const kind of kinds) await blocks.dropScope('operations', operationScope(run.id, kind));
        if (run.planHash !== null) return;
        // What a plan that never came about has left.
        execute('DELETE FROM log WHERE runId = ?', run.id);
        await blocks.dropScope('log', run.id);
      }),
  };
}

/** Saves the run; once it has ended it is no longer the active one. */
export function putRun(database: SqliteDatabase, run: Run): void {
  database.run('INSERT OR REPLACE INTO runs VALUES (?, ?, ?)', run.id, run.startedAt, JSON.stringify(run));
  if (hasEnded(run)) database.run("DELETE FROM meta WHERE key IN ('active', 'cancel')");
}

/** Stores what is to be remembered; a `null` forgets: it counts before what a block says. */
export function putFacts(database: SqliteDatabase, facts: Parameters<Journal['remember']>[0]): void {
  for (const fact of facts) database.run('INSERT OR REPLACE INTO memory VALUES (?, ?)', fact.key, JSON.stringify(fact));
}

export function putMeta(database: SqliteDatabase, key: string, row: unknown): void {
  database.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', key, JSON.stringify(row));
}

/** What cannot be read any more is left out. */
export function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof CompanionError && error.code === 'journal-damaged') return null;
    throw error;
  }
}

function readActive(database: SqliteDatabase): Run | null {
  const [mark] = database.column('SELECT row FROM meta WHERE key = ?', 'active');
  if (mark === undefined) return null;
  const { runId } = parseStored(activeRow, mark, 'meta', 'active');
  const [row] = database.column('SELECT row FROM runs WHERE id = ?', runId);
  if (row === undefined) return null;
  const run = parseStored(runRow, row, 'runs', runId);
  return hasEnded(run) ? null : run;
}

/** A damaged active run must not stand in the way of new ones for ever; its row stays where it is. */
function readActiveUnlessDamaged(database: SqliteDatabase): Run | null {
  return attempt(() => readActive(database));
}

import { CompanionError } from '../core/errors.ts';
import type { Run } from '../core/run/run.ts';
import { hasEnded } from '../core/run/run.ts';
import type { Journal } from '../ports/journal.ts';
import { blocksIn } from './block-store.ts';
import { type Database, putAll, type ReadTransaction, type WriteTransaction } from './database.ts';
import { putFacts } from './facts.ts';
import { kinds } from './packed/pack-plan.ts';
import { pageTables } from './packed/pages.ts';
import { operationScope } from './packed/tables.ts';
import { activeRow, cancelRow } from './rows/meta-rows.ts';
import { parseRow, parseRows } from './rows/parse-row.ts';
import { runRow } from './rows/run-row.ts';

type RunMethods = Pick<
  Journal,
  'createRun' | 'saveRun' | 'loadRun' | 'activeRun' | 'listRuns' | 'requestCancel' | 'isCancelRequested' | 'endRun'
>;

// Far beyond the window of any request budget.
const requestsKeptMs = 24 * 3_600_000;

export function createRunMethods(database: Database): RunMethods {
  return {
    createRun: (run) =>
      database.write(['runs', 'meta', 'requests'], async (transaction) => {
        const active = await readActive(transaction).catch(allowDamaged);
        if (active) throw new CompanionError('run-active', { run: active.id });
        await transaction.objectStore('meta').put({ runId: run.id }, 'active');
        putRun(transaction, run);
        await dropOldRequests(transaction, Date.parse(run.startedAt) - requestsKeptMs);
      }),

    saveRun: (run) => database.write(['runs', 'meta'], async (transaction) => putRun(transaction, run)),

    loadRun: (id) =>
      database.read(['runs'], async (transaction) => {
        const row = await transaction.objectStore('runs').get(id);
        return row === undefined ? null : parseRow(runRow, row, 'runs', id);
      }),

    activeRun: () => database.read(['runs', 'meta'], readActive),

    listRuns: (limit) =>
      database.read(['runs'], async (transaction) => {
        const rows: unknown[] = [];
        let cursor = await transaction.objectStore('runs').index('byStart').openCursor(null, 'prev');
        while (cursor && rows.length < limit) {
          rows.push(cursor.value);
          cursor = await cursor.continue();
        }
        return parseRows(runRow, rows);
      }),

    requestCancel: (runId) =>
      database.write(['meta'], async (transaction) => {
        await transaction.objectStore('meta').put({ runId }, 'cancel');
      }),

    isCancelRequested: (id) =>
      database.read(['meta'], async (transaction) => {
        const row = await transaction.objectStore('meta').get('cancel');
        return row !== undefined && parseRow(cancelRow, row, 'meta', 'cancel').runId === id;
      }),

    endRun: (run, remember) =>
      database.write(
        ['runs', 'meta', 'memory', 'sourcePages', 'targetPages', 'operations', 'log', 'blocks'],
        async (transaction) => {
          putRun(transaction, run);
          putFacts(transaction, remember);
          const ofRun = IDBKeyRange.bound([run.id], [run.id, []]);
          await transaction.objectStore('sourcePages').delete(ofRun);
          await transaction.objectStore('targetPages').delete(ofRun);
          await transaction.objectStore('operations').delete(ofRun);
          const blocks = blocksIn(transaction);
          for (const table of pageTables) await blocks.dropScope(table, run.id);
          for (const kind of kinds) await blocks.dropScope('operations', operationScope(run.id, kind));
          if (run.planHash !== null) return;
          // What a plan that never came about has left.
          await transaction.objectStore('log').delete(ofRun);
          await blocks.dropScope('log', run.id);
        },
      ),
  };
}

/** Saves the run; once it has ended it is no longer the active one. Needs the stores `runs` and `meta`. */
export function putRun(transaction: WriteTransaction, run: Run): void {
  putAll(transaction, 'runs', [run]);
  if (!hasEnded(run)) return;
  // Only one run can be active, so the mark is this run's.
  void transaction.objectStore('meta').delete('active').catch(reachesDone);
  void transaction.objectStore('meta').delete('cancel').catch(reachesDone);
}

// A failed request aborts its transaction, whose `done` carries the reason to the caller.
function reachesDone(): void {}

async function readActive(transaction: ReadTransaction | WriteTransaction): Promise<Run | null> {
  const mark = await transaction.objectStore('meta').get('active');
  if (mark === undefined) return null;
  const { runId } = parseRow(activeRow, mark, 'meta', 'active');
  const row = await transaction.objectStore('runs').get(runId);
  if (row === undefined) return null;
  const run = parseRow(runRow, row, 'runs', runId);
  return hasEnded(run) ? null : run;
}

/** A damaged active run must not stand in the way of new ones for ever; its row stays where it is. */
function allowDamaged(error: unknown): null {
  if (error instanceof CompanionError && error.code === 'journal-damaged') return null;
  throw error;
}

async function dropOldRequests(transaction: WriteTransaction, beforeMs: number): Promise<void> {
  let cursor = await transaction
    .objectStore('requests')
    .index('byTime')
    .openCursor(IDBKeyRange.upperBound(beforeMs, true));
  while (cursor) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
}

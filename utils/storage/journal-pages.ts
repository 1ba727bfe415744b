import type { Journal } from '../ports/journal.ts';
import { type Database, putAll } from './database.ts';
import { putRun } from './journal-runs.ts';
import { pageRange, runRange } from './key-ranges.ts';
import { sourcePageRow, targetPageRow } from './rows/page-rows.ts';
import { parseRow } from './rows/parse-row.ts';

type PageMethods = Pick<Journal, 'saveSourceStep' | 'readSourceSteps' | 'saveTargetPage' | 'readTargetPages'>;

/** Pages of the two snapshots; each is saved with the run that carries the next cursor (models.md c.6 rule 3). */
export function createPageMethods(database: Database): PageMethods {
  return {
    saveSourceStep: (run, page, { people, managers, remember, evidence }) =>
      database.write(['runs', 'meta', 'sourcePages'], async (transaction) => {
        await transaction.objectStore('sourcePages').delete(pageRange(run.id, page));
        const step = { people, managers, remember, ...(evidence === undefined ? {} : { evidence }) };
        putAll(transaction, 'sourcePages', [{ runId: run.id, page, step }]);
        putRun(transaction, run);
      }),

    readSourceSteps: (runId) =>
      database.read(['sourcePages'], async (transaction) => {
        const rows = await transaction.objectStore('sourcePages').getAll(runRange(runId));
        return rows.map((row) => parseRow(sourcePageRow, row.step, 'sourcePages', `${runId}/${row.page}`));
      }),

    saveTargetPage: (run, page, accounts) =>
      database.write(['runs', 'meta', 'targetPages'], async (transaction) => {
        await transaction.objectStore('targetPages').delete(pageRange(run.id, page));
        putAll(transaction, 'targetPages', [{ runId: run.id, page, accounts }]);
        putRun(transaction, run);
      }),

    readTargetPages: (runId) =>
      database.read(['targetPages'], async (transaction) => {
        const rows = await transaction.objectStore('targetPages').getAll(runRange(runId));
        return rows.map((row) => parseRow(targetPageRow, row.accounts, 'targetPages', `${runId}/${row.page}`));
      }),
  };
}

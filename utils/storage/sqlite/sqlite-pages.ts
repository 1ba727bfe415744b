import type { Account } from '../../core/account.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Scheduler } from '../../ports/scheduler.ts';
import { numberKey } from '../packed/block.ts';
import type { BlockStore } from '../packed/block-store.ts';
import { allLists, packAccounts, packStep, pageTables, unpackList, unpackStep } from '../packed/pages.ts';
import { addToStep, keepLists, type StoredStep, sourcePageRow, targetPageRow } from '../rows/page-rows.ts';
import { parseRow } from '../rows/parse-row.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { putRun } from './sqlite-runs.ts';

type PageMethods = Pick<Journal, 'saveSourceStep' | 'readSourceSteps' | 'saveTargetPage' | 'readTargetPages'>;

/** Pages of the two snapshots; each is saved with the run that carries the next cursor (models.md c.6 rule 3). */
export function createSqlitePageMethods(
  database: SqliteDatabase,
  blocks: BlockStore,
  scheduler: Scheduler,
): PageMethods {
  const { transact, run: execute, pairs } = database;
  return {
    async saveSourceStep(run, page, { people, managers, remember, evidence }) {
      const whole = { people, managers, remember, ...(evidence === undefined ? {} : { evidence }) };
      const { step, blocks: packed } = await scheduler.run(packStep(run.id, page, whole));
      await transact(async () => {
        execute('DELETE FROM sourcePages WHERE runId = ? AND page >= ?', run.id, page);
        for (const table of pageTables) {
          if (table !== 'accounts') await blocks.dropScope(table, run.id, numberKey(page));
        }
        execute('INSERT INTO sourcePages VALUES (?, ?, ?)', run.id, page, JSON.stringify(step));
        for (const block of packed) await blocks.put(block);
        putRun(database, run);
      });
    },

    readSourceSteps: (runId, lists = allLists) =>
      transact(async () => {
        const steps: StoredStep[] = [];
        for (const [page, row] of pairs('SELECT page, row FROM sourcePages WHERE runId = ? ORDER BY page', runId)) {
          const key = `${runId}/${page}`;
          const step = parseStored(sourcePageRow, row, 'sourcePages', key);
          for await (const more of unpackStep(blocks, runId, Number(page), lists)) addToStep(step, more, key);
          steps.push(keepLists(step, lists));
        }
        return steps;
      }),

    async saveTargetPage(run, page, all) {
      const { accounts, blocks: packed } = await scheduler.run(packAccounts(run.id, page, all));
      await transact(async () => {
        execute('DELETE FROM targetPages WHERE runId = ? AND page >= ?', run.id, page);
        await blocks.dropScope('accounts', run.id, numberKey(page));
        execute('INSERT INTO targetPages VALUES (?, ?, ?)', run.id, page, JSON.stringify(accounts));
        for (const block of packed) await blocks.put(block);
        putRun(database, run);
      });
    },

    readTargetPages: (runId) =>
      transact(async () => {
        const pages: (readonly Account[])[] = [];
        for (const [page, row] of pairs('SELECT page, row FROM targetPages WHERE runId = ? ORDER BY page', runId)) {
          const key = `${runId}/${page}`;
          const accounts = [...parseStored(targetPageRow, row, 'targetPages', key)];
          for await (const more of unpackList(blocks, 'accounts', runId, Number(page))) {
            accounts.push(...parseRow(targetPageRow, more, 'targetPages', key));
          }
          pages.push(accounts);
        }
        return pages;
      }),
  };
}

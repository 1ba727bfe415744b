import type { Account } from '../core/account.ts';
import type { Journal } from '../ports/journal.ts';
import type { Scheduler } from '../ports/scheduler.ts';
import { blocksIn } from './block-store.ts';
import { type Database, putAll } from './database.ts';
import { putRun } from './journal-runs.ts';
import { pageRange, runRange } from './key-ranges.ts';
import { numberKey } from './packed/block.ts';
import type { BlockStore } from './packed/block-store.ts';
import { allLists, packAccounts, packStep, pageTables, unpackList, unpackStep } from './packed/pages.ts';
import { addToStep, keepLists, type StoredStep, sourcePageRow, targetPageRow } from './rows/page-rows.ts';
import { parseRow } from './rows/parse-row.ts';

type PageMethods = Pick<Journal, 'saveSourceStep' | 'readSourceSteps' | 'saveTargetPage' | 'readTargetPages'>;

/** Pages of the two snapshots; each is saved with the run that carries the next cursor (models.md c.6 rule 3). */
export function createPageMethods(database: Database, scheduler: Scheduler): PageMethods {
  return {
    async saveSourceStep(run, page, { people, managers, remember, evidence }) {
      const whole = { people, managers, remember, ...(evidence === undefined ? {} : { evidence }) };
      const { step, blocks } = await scheduler.run(packStep(run.id, page, whole));
      await database.write(['runs', 'meta', 'sourcePages', 'blocks'], async (transaction) => {
        await transaction.objectStore('sourcePages').delete(pageRange(run.id, page));
        await dropPages(blocksIn(transaction), run.id, page, ['sourcePeople', 'sourceManagers', 'sourceFacts']);
        putAll(transaction, 'sourcePages', [{ runId: run.id, page, step }]);
        for (const block of blocks) await blocksIn(transaction).put(block);
        putRun(transaction, run);
      });
    },

    readSourceSteps: (runId, lists = allLists) =>
      database.read(['sourcePages', 'blocks'], async (transaction) => {
        const rows = await transaction.objectStore('sourcePages').getAll(runRange(runId));
        const steps: StoredStep[] = [];
        for (const row of rows) {
          const key = `${runId}/${row.page}`;
          const step = parseRow(sourcePageRow, row.step, 'sourcePages', key);
          for await (const more of unpackStep(blocksIn(transaction), runId, row.page, lists))
            addToStep(step, more, key);
          steps.push(keepLists(step, lists));
        }
        return steps;
      }),

    async saveTargetPage(run, page, all) {
      const { accounts, blocks } = await scheduler.run(packAccounts(run.id, page, all));
      await database.write(['runs', 'meta', 'targetPages', 'blocks'], async (transaction) => {
        await transaction.objectStore('targetPages').delete(pageRange(run.id, page));
        await dropPages(blocksIn(transaction), run.id, page, ['accounts']);
        putAll(transaction, 'targetPages', [{ runId: run.id, page, accounts }]);
        for (const block of blocks) await blocksIn(transaction).put(block);
        putRun(transaction, run);
      });
    },

    readTargetPages: (runId) =>
      database.read(['targetPages', 'blocks'], async (transaction) => {
        const rows = await transaction.objectStore('targetPages').getAll(runRange(runId));
        const pages: (readonly Account[])[] = [];
        for (const row of rows) {
          const key = `${runId}/${row.page}`;
          const accounts = [...parseRow(targetPageRow, row.accounts, 'targetPages', key)];
          for await (const more of unpackList(blocksIn(transaction), 'accounts', runId, row.page)) {
            accounts.push(...parseRow(targetPageRow, more, 'targetPages', key));
          }
          pages.push(accounts);
        }
        return pages;
      }),
  };
}

/** A page and every later one. */
export async function dropPages(blocks: BlockStore, runId: string, page: number, tables = pageTables): Promise<void> {
  for (const table of tables) await blocks.dropScope(table, runId, numberKey(page));
}

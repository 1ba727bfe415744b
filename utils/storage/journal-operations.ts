import type { Operation } from '../core/run/operation.ts';
import { moveCounts } from '../core/run/run.ts';
import type { Journal } from '../ports/journal.ts';
import type { Scheduler } from '../ports/scheduler.ts';
import { blocksIn } from './block-store.ts';
import { inChunks } from './chunks.ts';
import { closeEntry, closeOperation } from './close-entry.ts';
import { type Database, putAll, type ReadTransaction, type WriteTransaction } from './database.ts';
import { findLink } from './journal-links.ts';
import { findEntry } from './journal-log.ts';
import { readEveryone } from './journal-people.ts';
import { putRun } from './journal-runs.ts';
import { runRange, wordRange } from './key-ranges.ts';
import { numberKey, rowsPerBlock } from './packed/block.ts';
import { walkBlocks } from './packed/layered.ts';
import { blocksPerTransaction, kinds as everyKind, packPeople, packPlan } from './packed/pack-plan.ts';
import { operationScope, operationTable } from './packed/tables.ts';
import { operationRow } from './rows/change-rows.ts';
import { parseRow } from './rows/parse-row.ts';
import type { OperationRow } from './schema.ts';

type OperationMethods = Pick<
  Journal,
  'savePlan' | 'openOperations' | 'readEntry' | 'markInFlight' | 'settle' | 'closeOpen'
>;

export function createOperationMethods(database: Database, scheduler: Scheduler): OperationMethods {
  return {
    async savePlan(run, { operations, entries, links, people = [], forgetOthers = false }) {
      const packed = await scheduler.run(packPlan(run.id, { operations, entries }));
      const isEveryone = forgetOthers || people.length > rowsPerBlock;
      const everyone = forgetOthers ? people : isEveryone ? await readEveryone(database, people) : [];
      const known = await scheduler.run(packPeople(everyone));
      for (const part of inChunks(links)) {
        await database.write(['links'], async (transaction) => putAll(transaction, 'links', part));
      }
      await database.write(['log', 'blocks'], async (transaction) => {
        await transaction.objectStore('log').delete(runRange(run.id));
        await blocksIn(transaction).dropScope('log', run.id);
      });
      for (const part of inChunks(packed.logBlocks, blocksPerTransaction)) {
        await database.write(['blocks'], async (transaction) => {
          for (const block of part) await blocksIn(transaction).put(block);
        });
      }
      await database.write(['operations', 'log', 'people', 'blocks', 'runs', 'meta'], async (transaction) => {
        const blocks = blocksIn(transaction);
        await transaction.objectStore('operations').delete(runRange(run.id));
        for (const kind of everyKind) await blocks.dropScope('operations', operationScope(run.id, kind));
        if (isEveryone) {
          await transaction.objectStore('people').clear();
          await blocks.dropTable('people');
        }
        for (const block of [...packed.operationBlocks, ...known]) await blocks.put(block);
        putAll(transaction, 'log', packed.entries);
        putAll(transaction, 'operations', packed.operations.map(toRow));
        if (!isEveryone) putAll(transaction, 'people', people);
        // Until the run says so there is no plan: a death on the way plans anew, and an end drops the rows (`endRun`).
        putRun(transaction, run);
      });
    },

    openOperations: (runId, kinds, limit) =>
      database.read(['operations', 'blocks'], (transaction) => readOpen(transaction, runId, kinds, limit)),

    readEntry: (runId, seq) => database.read(['log', 'blocks'], (transaction) => findEntry(transaction, runId, seq)),

    markInFlight: (operations, atMs) =>
      database.write(['operations', 'requests'], async (transaction) => {
        const rows = operations.map((operation) => toRow({ ...operation, status: 'in-flight' }));
        putAll(transaction, 'operations', rows);
        putAll(transaction, 'requests', [{ atMs }]);
      }),

    settle: ({ run, operation, entry, link, dropLink, escrow, leaveEscrow }) =>
      database.write(['runs', 'meta', 'operations', 'log', 'links', 'escrow', 'blocks'], async (transaction) => {
        putAll(transaction, 'operations', [toRow(operation)]);
        if (entry) putAll(transaction, 'log', [entry]);
        if (dropLink && (await findLink(transaction, dropLink))) {
          putAll(transaction, 'links', [{ sourceId: dropLink, isGone: true }]);
        }
        if (link) putAll(transaction, 'links', [link]);
        if (leaveEscrow) await transaction.objectStore('escrow').delete(leaveEscrow);
        if (escrow) putAll(transaction, 'escrow', [escrow]);
        putRun(transaction, run);
      }),

    closeOpen: (run, ending, atMs, limit) =>
      database.write(['runs', 'meta', 'operations', 'log', 'blocks'], async (transaction) => {
        const open = await readOpen(transaction, run.id, everyKind, limit);
        let counts = run.counts;
        for (const operation of open) {
          putAll(transaction, 'operations', [closeOperation(operation, ending)]);
          const entry = await findEntry(transaction, run.id, operation.entrySeq);
          const closed = entry && closeEntry(entry, operation, ending, atMs);
          if (!entry || !closed || closed === entry) continue;
          putAll(transaction, 'log', [closed]);
          counts = moveCounts(counts, entry.outcome, closed.outcome);
        }
        const saved = { ...run, counts };
        putRun(transaction, saved);
        return { run: saved, more: open.length === limit };
      }),
  };
}

function toRow(operation: Operation): OperationRow {
  const isOpen = operation.status === 'pending' || operation.status === 'in-flight';
  return isOpen ? { ...operation, queue: operation.kind } : operation;
}

async function readOpen(
  transaction: ReadTransaction | WriteTransaction,
  runId: string,
  kinds: readonly Operation['kind'][],
  limit: number,
): Promise<Operation[]> {
  const store = transaction.objectStore('operations');
  const found: { readonly seq: number; readonly read: () => Operation }[] = [];
  const read = (seq: number, row: unknown) => parseRow(operationRow, row, 'operations', `${runId}/${seq}`);
  let loose: ReadonlySet<string> | null = null;
  for (const kind of kinds) {
    const rows = await store.index('open').getAll(wordRange(runId, kind), limit);
    found.push(...rows.map((row) => ({ seq: row.seq, read: () => read(row.seq, row) })));
    let count = 0;
    for await (const { key, row } of walkBlocks(operationTable, blocksIn(transaction), operationScope(runId, kind))) {
      // Whatever has become of an operation since is told by its loose row.
      loose ??= new Set((await store.getAllKeys(runRange(runId))).map(([, seq]) => numberKey(seq)));
      if (loose.has(key)) continue;
      // At once, block by block: all of a large plan in one go would take its time.
      const operation = read(Number(key), row);
      found.push({ seq: Number(key), read: () => operation });
      count += 1;
      if (count === limit) break;
    }
  }
  return found
    .sort((a, b) => a.seq - b.seq)
    .slice(0, limit)
    .map((each) => each.read());
}

import type { Operation } from '../../core/run/operation.ts';
import { moveCounts } from '../../core/run/run.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Scheduler } from '../../ports/scheduler.ts';
import { inChunks } from '../chunks.ts';
import { closeEntry, closeOperation } from '../close-entry.ts';
import { type Block, numberKey, rowsPerBlock } from '../packed/block.ts';
import type { BlockStore } from '../packed/block-store.ts';
import { walkBlocks } from '../packed/layered.ts';
import { blocksPerTransaction, kinds as everyKind, packPeople, packPlan } from '../packed/pack-plan.ts';
import { operationScope, operationTable } from '../packed/tables.ts';
import { operationRow } from '../rows/change-rows.ts';
import { parseRow } from '../rows/parse-row.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { dropLink, putLink } from './sqlite-links.ts';
import { findEntry, putEntry } from './sqlite-log.ts';
import { putPerson, readEveryone } from './sqlite-people.ts';
import { putRun } from './sqlite-runs.ts';

type OperationMethods = Pick<
  Journal,
  'savePlan' | 'openOperations' | 'readEntry' | 'markInFlight' | 'settle' | 'closeOpen'
>;

export function createSqliteOperationMethods(
  database: SqliteDatabase,
  blocks: BlockStore,
  scheduler: Scheduler,
): OperationMethods {
  const { transact, run: execute } = database;
  const putBlocks = async (all: readonly Block[]) => {
    for (const block of all) await blocks.put(block);
  };
  return {
    async savePlan(run, { operations, entries, links, people = [], forgetOthers = false }) {
      const packed = await scheduler.run(packPlan(run.id, { operations, entries }));
      const isEveryone = forgetOthers || people.length > rowsPerBlock;
      const everyone = forgetOthers ? people : isEveryone ? await readEveryone(database, blocks, people) : [];
      const known = await scheduler.run(packPeople(everyone));
      for (const part of inChunks(links)) {
        await transact(() => {
          for (const link of part) putLink(database, link);
        });
      }
      await transact(async () => {
        execute('DELETE FROM log WHERE runId = ?', run.id);
        await blocks.dropScope('log', run.id);
      });
      for (const part of inChunks(packed.logBlocks, blocksPerTransaction)) {
        await transact(() => putBlocks(part));
      }
      await transact(async () => {
        execute('DELETE FROM operations WHERE runId = ?', run.id);
        for (const kind of everyKind) await blocks.dropScope('operations', operationScope(run.id, kind));
        if (isEveryone) {
          execute('DELETE FROM people');
          await blocks.dropTable('people');
        }
        await putBlocks([...packed.operationBlocks, ...known]);
        for (const entry of packed.entries) putEntry(database, entry);
        for (const operation of packed.operations) putOperation(database, operation);
        for (const person of isEveryone ? [] : people) putPerson(database, person);
        // Until the run says so there is no plan: a death on the way plans anew, and an end drops the rows (`endRun`).
        putRun(database, run);
      });
    },

    openOperations: (runId, kinds, limit) => transact(() => readOpen(database, blocks, runId, kinds, limit)),

    readEntry: (runId, seq) => transact(() => findEntry(database, blocks, runId, seq)),

    markInFlight: (operations, atMs) =>
      transact(() => {
        for (const operation of operations) putOperation(database, { ...operation, status: 'in-flight' });
        execute('INSERT INTO requests VALUES (?)', atMs);
      }),

    settle: (settlement) =>
      transact(async () => {
        const { run, operation, entry, link, escrow, leaveEscrow } = settlement;
        putOperation(database, operation);
        if (entry) putEntry(database, entry);
        if (settlement.dropLink) await dropLink(database, blocks, settlement.dropLink);
        if (link) putLink(database, link);
        if (leaveEscrow) execute('DELETE FROM escrow WHERE sourceId = ?', leaveEscrow);
        if (escrow) execute('INSERT OR REPLACE INTO escrow VALUES (?, ?)', escrow.sourceId, JSON.stringify(escrow));
        putRun(database, run);
      }),

    closeOpen: (run, ending, atMs, limit) =>
      transact(async () => {
        const open = await readOpen(database, blocks, run.id, everyKind, limit);
        let { counts } = run;
        for (const operation of open) {
          putOperation(database, closeOperation(operation, ending));
          const entry = await findEntry(database, blocks, run.id, operation.entrySeq);
          const closed = entry && closeEntry(entry, operation, ending, atMs);
          if (!entry || !closed || closed === entry) continue;
          putEntry(database, closed);
          counts = moveCounts(counts, entry.outcome, closed.outcome);
        }
        const saved = { ...run, counts };
        putRun(database, saved);
        return { run: saved, more: open.length === limit };
      }),
  };
}

function putOperation(database: SqliteDatabase, operation: Operation): void {
  const { runId, seq, status, kind } = operation;
  const queue = status === 'pending' || status === 'in-flight' ? kind : null;
  database.run('INSERT OR REPLACE INTO operations VALUES (?, ?, ?, ?)', runId, seq, queue, JSON.stringify(operation));
}

async function readOpen(
  database: SqliteDatabase,
  blocks: BlockStore,
  runId: string,
  kinds: readonly Operation['kind'][],
  limit: number,
): Promise<Operation[]> {
  const sql = 'SELECT seq, row FROM operations WHERE runId = ? AND queue = ? ORDER BY seq LIMIT ?';
  const found: { readonly seq: number; readonly read: () => Operation }[] = [];
  let loose: ReadonlySet<string> | null = null;
  for (const kind of kinds) {
    for (const [seq, row] of database.pairs(sql, runId, kind, limit)) {
      found.push({ seq: Number(seq), read: () => parseStored(operationRow, row, 'operations', `${runId}/${seq}`) });
    }
    let count = 0;
    for await (const { key, row } of walkBlocks(operationTable, blocks, operationScope(runId, kind))) {
      // Whatever has become of an operation since is told by its loose row.
      loose ??= new Set(
        database.column('SELECT seq FROM operations WHERE runId = ?', runId).map((seq) => numberKey(Number(seq))),
      );
      if (loose.has(key)) continue;
      const seq = Number(key);
      // At once, block by block: all of a large plan in one go would take its time.
      const operation = parseRow(operationRow, row, 'operations', `${runId}/${seq}`);
      found.push({ seq, read: () => operation });
      count += 1;
      if (count === limit) break;
    }
  }
  return found
    .sort((a, b) => a.seq - b.seq)
    .slice(0, limit)
    .map(({ read }) => read());
}

import type { Journal } from '../ports/journal.ts';
import { blocksIn } from './block-store.ts';
import type { Database, WriteTransaction } from './database.ts';
import { runRange } from './key-ranges.ts';
import { numberKey, rowsPerBlock } from './packed/block.ts';
import { compactPart, type Folding } from './packed/compact.ts';
import { foldIn } from './packed/layered.ts';
import { kinds } from './packed/pack-plan.ts';
import { linkTable, logTable, memoryTable, operationScope, operationTable } from './packed/tables.ts';
import { logRow, storedLinkRow } from './rows/change-rows.ts';
import { memoryRow } from './rows/meta-rows.ts';
import { parseRows } from './rows/parse-row.ts';

type CompactMethods = Pick<Journal, 'compact'>;

export function createCompactMethods(database: Database): CompactMethods {
  const fold: Folding = {
    operations: (runId) =>
      database.write(['operations', 'blocks'], (transaction) => foldOperations(transaction, runId)),
    log: (runId) => database.write(['log', 'blocks'], (transaction) => foldLog(transaction, runId)),
    links: () => database.write(['links', 'blocks'], foldLinks),
    facts: () => database.write(['memory', 'blocks'], foldFacts),
    countLoose: (table) => database.read([table], (transaction) => transaction.objectStore(table).count()),
  };
  return { compact: (runId) => compactPart(fold, runId) };
}

/** What is settled needs no row any more; the block goes on without it. */
async function foldOperations(transaction: WriteTransaction, runId: string): Promise<void> {
  const store = transaction.objectStore('operations');
  const settled = (await store.getAll(runRange(runId), 10 * rowsPerBlock)).filter(({ queue }) => queue === undefined);
  for (const kind of kinds) {
    let rest = settled.filter((row) => row.kind === kind).map((row) => ({ key: numberKey(row.seq), row }));
    while (rest.length > 0) {
      const taken = await foldIn(operationTable, blocksIn(transaction), operationScope(runId, kind), rest);
      for (const { row } of taken) await store.delete([runId, (row as { seq: number }).seq]);
      rest = rest.slice(taken.length);
    }
  }
}

/** Gives how many rows of the run's log are in blocks now; of any run where none is named. */
async function foldLog(transaction: WriteTransaction, runId: string | null): Promise<number> {
  const store = transaction.objectStore('log');
  const found = await store.getAll(runId === null ? null : runRange(runId), rowsPerBlock);
  const [first] = found;
  if (!first) return 0;
  const loose = parseRows(logRow, found)
    .filter((row) => row.runId === first.runId)
    .map((row) => ({ key: numberKey(row.seq), row }));
  const taken = await foldIn(logTable, blocksIn(transaction), first.runId, loose);
  for (const { key } of taken) await store.delete([first.runId, Number(key)]);
  return taken.length;
}

async function foldLinks(transaction: WriteTransaction): Promise<number> {
  const store = transaction.objectStore('links');
  const found = parseRows(storedLinkRow, await store.getAll(null, rowsPerBlock));
  const loose = found.map((row) => ({ key: row.sourceId as string, row }));
  const taken = await foldIn(linkTable, blocksIn(transaction), '', loose);
  for (const { key } of taken) await store.delete(key);
  return taken.length;
}

async function foldFacts(transaction: WriteTransaction): Promise<number> {
  const store = transaction.objectStore('memory');
  const found = parseRows(memoryRow, await store.getAll(null, rowsPerBlock));
  const taken = await foldIn(
    memoryTable,
    blocksIn(transaction),
    '',
    found.map((row) => ({ key: row.key, row })),
  );
  for (const { key } of taken) await store.delete(key);
  return taken.length;
}

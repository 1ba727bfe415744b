import type { Journal } from '../../ports/journal.ts';
import type { z } from '../../zod.ts';
import { type KeyedRow, numberKey, rowsPerBlock } from '../packed/block.ts';
import type { BlockStore } from '../packed/block-store.ts';
import { compactPart, type Folding } from '../packed/compact.ts';
import { foldIn } from '../packed/layered.ts';
import { kinds } from '../packed/pack-plan.ts';
import { linkTable, logTable, memoryTable, operationScope, operationTable } from '../packed/tables.ts';
import { logRow, operationRow, storedLinkRow } from '../rows/change-rows.ts';
import { memoryRow } from '../rows/meta-rows.ts';
import { parseRows } from '../rows/parse-row.ts';
import type { SqliteDatabase } from './sqlite-database.ts';
import { readLenient } from './sqlite-log.ts';

type CompactMethods = Pick<Journal, 'compact'>;

export function createSqliteCompactMethods(database: SqliteDatabase, blocks: BlockStore): CompactMethods {
  const { transact } = database;
  const fold: Folding = {
    operations: (runId) => transact(() => foldOperations(database, blocks, runId)),
    log: (runId) => transact(() => foldLog(database, blocks, runId)),
    links: () => transact(() => foldLinks(database, blocks)),
    facts: () => transact(() => foldFacts(database, blocks)),
    countLoose: (table) => transact(() => Number(database.column(`SELECT COUNT(*) FROM ${table}`)[0])),
  };
  return { compact: (runId) => compactPart(fold, runId) };
}

/** What is settled needs no row any more; the block goes on without it. */
async function foldOperations(database: SqliteDatabase, blocks: BlockStore, runId: string): Promise<void> {
  const sql = `
    SELECT seq, row FROM operations WHERE runId = ? AND queue IS NULL AND row ->> '$.kind' = ? ORDER BY seq LIMIT ?`;
  for (const kind of kinds) {
    let rest = database.pairs(sql, runId, kind, 10 * rowsPerBlock).flatMap((pair) => toKeyed(operationRow, pair));
    while (rest.length > 0) {
      const taken = await foldIn(operationTable, blocks, operationScope(runId, kind), rest);
      for (const { key } of taken) {
        database.run('DELETE FROM operations WHERE runId = ? AND seq = ?', runId, Number(key));
      }
      rest = rest.slice(taken.length);
    }
  }
}

/** Gives how many rows of the run's log are in blocks now; of any run where none is named. */
async function foldLog(database: SqliteDatabase, blocks: BlockStore, runId: string | null): Promise<number> {
  const [first] = runId === null ? database.column('SELECT runId FROM log ORDER BY runId LIMIT 1') : [runId];
  if (first === undefined) return 0;
  const sql = 'SELECT seq, row FROM log WHERE runId = ? ORDER BY seq LIMIT ?';
  const taken = await foldIn(
    logTable,
    blocks,
    String(first),
    database.pairs(sql, first, rowsPerBlock).flatMap((pair) => toKeyed(logRow, pair)),
  );
  for (const { key } of taken) database.run('DELETE FROM log WHERE runId = ? AND seq = ?', first, Number(key));
  return taken.length;
}

async function foldLinks(database: SqliteDatabase, blocks: BlockStore): Promise<number> {
  const loose = database
    .pairs('SELECT sourceId, row FROM links ORDER BY sourceId LIMIT ?', rowsPerBlock)
    .flatMap(([id, text]) => parseRows(storedLinkRow, [readLenient(text)]).map((row) => ({ key: String(id), row })));
  const taken = await foldIn(linkTable, blocks, '', loose);
  for (const { key } of taken) database.run('DELETE FROM links WHERE sourceId = ?', key);
  return taken.length;
}

async function foldFacts(database: SqliteDatabase, blocks: BlockStore): Promise<number> {
  const loose = database
    .pairs('SELECT key, row FROM memory ORDER BY key LIMIT ?', rowsPerBlock)
    .flatMap(([key, text]) => parseRows(memoryRow, [readLenient(text)]).map((row) => ({ key: String(key), row })));
  const taken = await foldIn(memoryTable, blocks, '', loose);
  for (const { key } of taken) database.run('DELETE FROM memory WHERE key = ?', key);
  return taken.length;
}

/** A damaged row stays where it is. */
function toKeyed(schema: z.ZodMiniType, [seq, text]: readonly [string | number, string | number]): readonly KeyedRow[] {
  return parseRows(schema, [readLenient(text)]).map((row) => ({ key: numberKey(Number(seq)), row }));
}

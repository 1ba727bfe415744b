import { CompanionError } from '../core/errors.ts';
import type { Json, SourceId } from '../core/ids.ts';
import type { LogEntry } from '../core/log/log-entry.ts';
import type { Journal, LogPage, LogQuery } from '../ports/journal.ts';
import { z } from '../zod.ts';
import { blocksIn } from './block-store.ts';
import type { Database, ReadTransaction, WriteTransaction } from './database.ts';
import { findFacts, putFacts } from './facts.ts';
import { runRange } from './key-ranges.ts';
import { matchesLogQuery } from './log-filter.ts';
import { type KeyedRow, numberKey } from './packed/block.ts';
import { findInBlock, readOrNone, walkBlocks, walkLayers } from './packed/layered.ts';
import { compareTimes, type TimedRow, type TimeKey, walkNewestFirst } from './packed/newest-first.ts';
import { logTable } from './packed/tables.ts';
import { logRow } from './rows/change-rows.ts';
import { parseRow, parseRows } from './rows/parse-row.ts';

type LogMethods = Pick<Journal, 'queryLog' | 'recall' | 'remember'>;

const rowsPerRead = 500;
const cursorKey = z.nullable(z.array(z.union([z.string(), z.number()])));

export function createLogMethods(database: Database): LogMethods {
  return {
    queryLog: (query) => database.read(['log', 'blocks'], async (transaction) => scan(transaction, query)),

    recall: (keys) => database.read(['memory', 'blocks'], (transaction) => findFacts(transaction, keys)),

    remember: (facts) => database.write(['memory'], async (transaction) => putFacts(transaction, facts)),
  };
}

/** Walks the narrowest index there is for the query: one run in the order of its plan, one person or everything newest first. */
async function scan(transaction: ReadTransaction, query: LogQuery): Promise<LogPage> {
  const after = readCursor(query.cursor);
  const entries: LogEntry[] = [];
  for await (const { key, row } of walk(transaction, query, after)) {
    const [entry] = parseRows(logRow, [row]);
    if (!entry || !matchesLogQuery(entry, query)) continue;
    entries.push(entry);
    if (entries.length === query.limit) return { entries, next: key as Json };
  }
  return { entries, next: null };
}

/** One row of the log, loose or in a block. */
export async function findEntry(
  transaction: ReadTransaction | WriteTransaction,
  runId: string,
  seq: number,
): Promise<LogEntry | null> {
  const loose = await transaction.objectStore('log').get([runId, seq]);
  const row = loose ?? (await findInBlock(logTable, blocksIn(transaction), runId, numberKey(seq)));
  return row === undefined ? null : parseRow(logRow, row, 'log', `${runId}/${seq}`);
}

type Key = readonly (string | number)[];
interface Found {
  readonly key: Key;
  readonly row: unknown;
}

function walk(transaction: ReadTransaction, query: LogQuery, after: Key | null): AsyncIterable<Found> {
  if (query.runId !== undefined) return walkRun(transaction, query.runId, after);
  if (query.sourceId !== undefined) return walkPerson(transaction, query.sourceId, after);
  const seqs = new Map<string, ReadonlySet<number>>();
  const isLoose = async (runId: string, seq: number) => {
    const known = seqs.get(runId) ?? new Set((await looseKeys(transaction, runId)).map(([, each]) => each));
    seqs.set(runId, known);
    return known.has(seq);
  };
  return walkNewestFirst(walkLoose(transaction, after), blocksIn(transaction), isLoose, after as TimeKey | null);
}

async function* walkRun(transaction: ReadTransaction, runId: string, after: Key | null): AsyncIterable<Found> {
  const fromSeq = after === null ? null : Number(after[1]);
  const loose = async function* (): AsyncIterable<KeyedRow> {
    let from = fromSeq;
    for (;;) {
      const range = from === null ? runRange(runId) : IDBKeyRange.bound([runId, from], [runId, []], true);
      const rows = await transaction.objectStore('log').getAll(range, rowsPerRead);
      for (const row of rows) yield { key: numberKey(row.seq), row };
      const last = rows.at(-1);
      if (!last || rows.length < rowsPerRead) return;
      from = last.seq;
    }
  };
  const key = fromSeq === null ? null : numberKey(fromSeq);
  const packed = walkBlocks(logTable, blocksIn(transaction), runId, key, true);
  for await (const each of walkLayers(loose(), packed)) yield { key: [runId, Number(each.key)], row: each.row };
}

async function* walkLoose(transaction: ReadTransaction, after: Key | null): AsyncIterable<TimedRow> {
  const range = after ? IDBKeyRange.upperBound([...after], true) : null;
  const index = transaction.objectStore('log').index('byTime');
  let cursor = await index.openCursor(range as IDBKeyRange | null, 'prev');
  while (cursor) {
    const row = cursor.value;
    yield { key: [row.at, row.runId, row.seq], row };
    cursor = await cursor.continue();
  }
}

/** One person's rows are few (one a run), so they are read whole. */
async function* walkPerson(transaction: ReadTransaction, sourceId: SourceId, after: Key | null): AsyncIterable<Found> {
  const range = IDBKeyRange.bound([sourceId], [sourceId, []]);
  const index = transaction.objectStore('log').index('byPerson');
  const loose = await index.getAll(range as IDBKeyRange);
  const known = new Set(loose.map(({ runId, seq }) => `${runId}/${seq}`));
  const packed = (await blocksIn(transaction).holding('log', sourceId))
    .flatMap((block) => readOrNone(logTable, block).map(({ row }) => row as LogEntry))
    .filter((row) => row.sourceId === sourceId && !known.has(`${row.runId}/${row.seq}`));
  const rows = [...loose, ...packed].map((row) => ({ key: [row.at, row.runId, row.seq] as TimeKey, row }));
  for (const each of rows.sort((a, b) => compareTimes(b.key, a.key))) {
    if (after === null || compareTimes(each.key, after as TimeKey) < 0) yield each;
  }
}

export function looseKeys(transaction: ReadTransaction | WriteTransaction, runId: string) {
  return transaction.objectStore('log').getAllKeys(runRange(runId));
}

function readCursor(cursor: Json | undefined): Key | null {
  const result = cursorKey.safeParse(cursor ?? null);
  if (!result.success) throw new CompanionError('internal', { name: 'cursor' });
  return result.data;
}

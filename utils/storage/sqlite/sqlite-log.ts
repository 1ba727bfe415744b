import { CompanionError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import type { LogEntry } from '../../core/log/log-entry.ts';
import type { Journal, LogPage, LogQuery } from '../../ports/journal.ts';
import type { Scheduler } from '../../ports/scheduler.ts';
import { z } from '../../zod.ts';
import { matchesLogQuery } from '../log-filter.ts';
import { type KeyedRow, numberKey } from '../packed/block.ts';
import type { BlockStore } from '../packed/block-store.ts';
import { findAllInBlocks, findInBlock, readOrNone, walkBlocks, walkLayers } from '../packed/layered.ts';
import { compareTimes, type TimedRow, type TimeKey, walkNewestFirst } from '../packed/newest-first.ts';
import { logTable, memoryTable } from '../packed/tables.ts';
import { logRow } from '../rows/change-rows.ts';
import { memoryRow } from '../rows/meta-rows.ts';
import { parseRow, parseRows } from '../rows/parse-row.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { attempt, putFacts } from './sqlite-runs.ts';

type LogMethods = Pick<Journal, 'queryLog' | 'recall' | 'remember'>;

const rowsPerRead = 500;
const timeKey = z.nullable(z.tuple([z.string(), z.string(), z.number()]));

export function createSqliteLogMethods(database: SqliteDatabase, blocks: BlockStore, scheduler: Scheduler): LogMethods {
  return {
    queryLog: (query) => database.transact(() => scan(database, blocks, query)),

    recall: (keys) =>
      database.transact(async () => {
        const facts = new Map<string, Json>();
        for await (const { key, row } of findAllInBlocks(memoryTable, blocks, '', keys)) {
          facts.set(key, parseRow(memoryRow, row, 'memory', key).value);
        }
        for (const key of keys) {
          const [row] = database.column('SELECT row FROM memory WHERE key = ?', key);
          if (row !== undefined) facts.set(key, parseStored(memoryRow, row, 'memory', key).value);
          await scheduler.giveWay();
        }
        for (const [key, value] of facts) if (value === null) facts.delete(key);
        return facts;
      }),

    remember: (facts) => database.transact(() => putFacts(database, facts)),
  };
}

/** One run in the order of its plan, one person or everything newest first. The cursor is the place of the last row that was given. */
async function scan(database: SqliteDatabase, blocks: BlockStore, query: LogQuery): Promise<LogPage> {
  const after = timeKey.safeParse(query.cursor ?? null);
  if (!after.success) throw new CompanionError('internal', { name: 'cursor' });
  const entries: LogEntry[] = [];
  for await (const { key, row } of walk(database, blocks, query, after.data)) {
    const [entry] = parseRows(logRow, [row]);
    if (!entry || !matchesLogQuery(entry, query)) continue;
    entries.push(entry);
    if (entries.length === query.limit) return { entries, next: [...key] };
  }
  return { entries, next: null };
}

function walk(
  database: SqliteDatabase,
  blocks: BlockStore,
  { runId, sourceId }: LogQuery,
  after: TimeKey | null,
): AsyncIterable<TimedRow> {
  if (runId !== undefined) return walkRun(database, blocks, runId, after);
  if (sourceId !== undefined) return walkPerson(database, blocks, sourceId, after);
  const isLoose = async (run: string, seq: number) =>
    database.column('SELECT 1 FROM log WHERE runId = ? AND seq = ?', run, seq).length > 0;
  return walkNewestFirst(toAsync(walkLoose(database, after)), blocks, isLoose, after);
}

async function* walkRun(
  database: SqliteDatabase,
  blocks: BlockStore,
  runId: string,
  after: TimeKey | null,
): AsyncIterable<TimedRow> {
  const packed = walkBlocks(logTable, blocks, runId, after && numberKey(after[2]), true);
  for await (const { key, row } of walkLayers(walkLooseOfRun(database, runId, after), packed)) {
    yield { key: ['', runId, Number(key)], row };
  }
}

function* walkLooseOfRun(database: SqliteDatabase, runId: string, after: TimeKey | null): Iterable<KeyedRow> {
  const sql = 'SELECT seq, row FROM log WHERE runId = ? AND seq > ? ORDER BY seq LIMIT ?';
  for (let from = after?.[2] ?? -1; ; ) {
    const rows = database.pairs(sql, runId, from, rowsPerRead);
    for (const [seq, text] of rows) {
      const row = readLenient(text);
      if (row !== null) yield { key: numberKey(Number(seq)), row };
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsPerRead) return;
    from = Number(last[0]);
  }
}

function* walkLoose(database: SqliteDatabase, after: TimeKey | null): Iterable<TimedRow> {
  const order = 'ORDER BY at DESC, runId DESC, seq DESC LIMIT ?';
  for (let before = after; ; ) {
    const rows = before
      ? database.rows(`SELECT * FROM log WHERE (at, runId, seq) < (?, ?, ?) ${order}`, ...before, rowsPerRead)
      : database.rows(`SELECT * FROM log ${order}`, rowsPerRead);
    for (const { at, runId, seq, row } of rows) {
      before = [String(at), String(runId), Number(seq)];
      yield { key: before, row: readLenient(String(row)) };
    }
    if (rows.length < rowsPerRead) return;
  }
}

async function* toAsync<T>(rows: Iterable<T>): AsyncIterable<T> {
  yield* rows;
}

/** One person's rows are few (one a run), so they are read whole. */
async function* walkPerson(
  database: SqliteDatabase,
  blocks: BlockStore,
  sourceId: string,
  after: TimeKey | null,
): AsyncIterable<TimedRow> {
  const loose = database
    .column('SELECT row FROM log WHERE sourceId = ?', sourceId)
    .flatMap((text) => attempt(() => parseStored(logRow, text, 'log', '')) ?? []);
  const known = new Set(loose.map(({ runId, seq }) => `${runId}/${seq}`));
  const packed = (await blocks.holding('log', sourceId))
    .flatMap((block) => readOrNone(logTable, block).map(({ row }) => row as LogEntry))
    .filter((row) => row.sourceId === sourceId && !known.has(`${row.runId}/${row.seq}`));
  const rows = [...loose, ...packed].map((row) => ({ key: [row.at, row.runId, row.seq] as TimeKey, row }));
  for (const each of rows.sort((a, b) => compareTimes(b.key, a.key))) {
    if (after === null || compareTimes(each.key, after) < 0) yield each;
  }
}

export function putEntry(database: SqliteDatabase, entry: LogEntry): void {
  const { runId, seq, at, sourceId } = entry;
  database.run('INSERT OR REPLACE INTO log VALUES (?, ?, ?, ?, ?)', runId, seq, at, sourceId, JSON.stringify(entry));
}

/** One row of the log, loose or in a block. */
export async function findEntry(
  database: SqliteDatabase,
  blocks: BlockStore,
  runId: string,
  seq: number,
): Promise<LogEntry | null> {
  const key = `${runId}/${seq}`;
  const [text] = database.column('SELECT row FROM log WHERE runId = ? AND seq = ?', runId, seq);
  if (text !== undefined) return parseStored(logRow, text, 'log', key);
  const row = await findInBlock(logTable, blocks, runId, numberKey(seq));
  return row === undefined ? null : parseRow(logRow, row, 'log', key);
}

/** What is no JSON any more is no row: whoever looks at lists sees the others. */
export function readLenient(text: string | number): unknown {
  try {
    return JSON.parse(String(text)) as unknown;
  } catch {
    return null;
  }
}

import { CompanionError } from '../core/errors.ts';
import type { Json, SourceId } from '../core/ids.ts';
import type { LogEntry } from '../core/log/log-entry.ts';
import type { Journal, LogPage, LogQuery } from '../ports/journal.ts';
import { z } from '../zod.ts';
import type { Database, ReadTransaction } from './database.ts';
import { putFacts } from './facts.ts';
import { runRange } from './key-ranges.ts';
import { matchesLogQuery } from './log-filter.ts';
import { logRow } from './rows/change-rows.ts';
import { memoryRow } from './rows/meta-rows.ts';
import { parseRow, parseRows } from './rows/parse-row.ts';

type LogMethods = Pick<Journal, 'queryLog' | 'recall' | 'remember'>;

const rowsPerRead = 500;
const cursorKey = z.nullable(z.array(z.union([z.string(), z.number()])));

export function createLogMethods(database: Database): LogMethods {
  return {
    queryLog: (query) => database.read(['log'], async (transaction) => scan(transaction, query)),

    recall: (keys) =>
      database.read(['memory'], async (transaction) => {
        const store = transaction.objectStore('memory');
        const rows = await Promise.all(keys.map((key) => store.get(key)));
        const facts = rows.flatMap((row, at) =>
          row === undefined ? [] : [parseRow(memoryRow, row, 'memory', keys[at] ?? '')],
        );
        return new Map<string, Json>(facts.map((fact) => [fact.key, fact.value]));
      }),

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

type Key = readonly (string | number)[];

async function* walk(
  transaction: ReadTransaction,
  query: LogQuery,
  after: Key | null,
): AsyncIterable<{ readonly key: Key; readonly row: unknown }> {
  const store = transaction.objectStore('log');
  if (query.runId !== undefined) {
    let from = after;
    for (;;) {
      const range = from ? IDBKeyRange.bound([...from], [query.runId, []], true) : runRange(query.runId);
      const rows = await store.getAll(range as IDBKeyRange, rowsPerRead);
      for (const row of rows) yield { key: [row.runId, row.seq], row };
      const last = rows.at(-1);
      if (!last || rows.length < rowsPerRead) return;
      from = [last.runId, last.seq];
    }
  }
  if (query.sourceId !== undefined) {
    yield* walkPerson(transaction, query.sourceId, after);
    return;
  }
  const range = after ? IDBKeyRange.upperBound([...after], true) : null;
  let cursor = await store.index('byTime').openCursor(range as IDBKeyRange | null, 'prev');
  while (cursor) {
    const row = cursor.value;
    yield { key: [row.at, row.runId, row.seq], row };
    cursor = await cursor.continue();
  }
}

/** One person's rows are few (one a run), so they are read whole. */
async function* walkPerson(
  transaction: ReadTransaction,
  sourceId: SourceId,
  after: Key | null,
): AsyncIterable<{ readonly key: Key; readonly row: unknown }> {
  const range = IDBKeyRange.bound([sourceId], [sourceId, []]);
  const rows = await transaction
    .objectStore('log')
    .index('byPerson')
    .getAll(range as IDBKeyRange);
  let passed = after === null;
  for (const row of rows.reverse()) {
    const key: Key = [row.at, row.runId, row.seq];
    if (passed) yield { key, row };
    else passed = key.join('\n') === after?.join('\n');
  }
}

function readCursor(cursor: Json | undefined): Key | null {
  const result = cursorKey.safeParse(cursor ?? null);
  if (!result.success) throw new CompanionError('internal', { name: 'cursor' });
  return result.data;
}

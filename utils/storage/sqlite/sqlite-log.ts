import { CompanionError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import type { LogEntry } from '../../core/log/log-entry.ts';
import type { Journal, LogPage, LogQuery } from '../../ports/journal.ts';
import { z } from '../../zod.ts';
import { matchesLogQuery } from '../log-filter.ts';
import { logRow } from '../rows/change-rows.ts';
import { memoryRow } from '../rows/meta-rows.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { attempt, putFacts } from './sqlite-runs.ts';

type LogMethods = Pick<Journal, 'queryLog' | 'recall' | 'remember'>;

const rowsPerRead = 500;
const offset = z.nullable(z.int().check(z.nonnegative()));

export function createSqliteLogMethods(database: SqliteDatabase): LogMethods {
  return {
    queryLog: (query) => database.transact(() => scan(database, query)),

    recall: (keys) =>
      database.transact(() => {
        const facts = keys.flatMap((key) =>
          database
            .column('SELECT row FROM memory WHERE key = ?', key)
            .map((row) => parseStored(memoryRow, row, 'memory', key)),
        );
        return new Map<string, Json>(facts.map((fact) => [fact.key, fact.value]));
      }),

    remember: (facts) => database.transact(() => putFacts(database, facts)),
  };
}

/** One run in the order of its plan, one person or everything newest first. The cursor counts rows. */
function scan(database: SqliteDatabase, query: LogQuery): LogPage {
  const from = offset.safeParse(query.cursor ?? null);
  if (!from.success) throw new CompanionError('internal', { name: 'cursor' });
  const entries: LogEntry[] = [];
  for (let at = from.data ?? 0; ; ) {
    const rows = readRows(database, query, at);
    for (const row of rows) {
      at += 1;
      const entry = attempt(() => parseStored(logRow, row, 'log', ''));
      if (!entry || !matchesLogQuery(entry, query)) continue;
      entries.push(entry);
      if (entries.length === query.limit) return { entries, next: at };
    }
    if (rows.length < rowsPerRead) return { entries, next: null };
  }
}

function readRows(database: SqliteDatabase, { runId, sourceId }: LogQuery, from: number): readonly (string | number)[] {
  if (runId !== undefined) {
    const sql = 'SELECT row FROM log WHERE runId = ? ORDER BY seq LIMIT ? OFFSET ?';
    return database.column(sql, runId, rowsPerRead, from);
  }
  const order = 'ORDER BY at DESC, runId DESC, seq DESC LIMIT ? OFFSET ?';
  return sourceId === undefined
    ? database.column(`SELECT row FROM log ${order}`, rowsPerRead, from)
    : database.column(`SELECT row FROM log WHERE sourceId = ? ${order}`, sourceId, rowsPerRead, from);
}

export function putEntry(database: SqliteDatabase, entry: LogEntry): void {
  const { runId, seq, at, sourceId } = entry;
  database.run('INSERT OR REPLACE INTO log VALUES (?, ?, ?, ?, ?)', runId, seq, at, sourceId, JSON.stringify(entry));
}

export function readEntry(database: SqliteDatabase, runId: string, seq: number): LogEntry | null {
  const [row] = database.column('SELECT row FROM log WHERE runId = ? AND seq = ?', runId, seq);
  return row === undefined ? null : parseStored(logRow, row, 'log', `${runId}/${seq}`);
}

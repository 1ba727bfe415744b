import type { SQLOutputValue } from 'node:sqlite';
import type { Scheduler } from '../../ports/scheduler.ts';
import { blockId, idsIn, openBlock, type PackedTable, type StoredBlock } from '../packed/block.ts';
import type { BlockStore } from '../packed/block-store.ts';
import type { Bytes } from '../packed/pack.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

/** The blocks in SQLite. To be used inside `transact`; whoever walks through them gives way between two. */
export function createSqliteBlocks(database: SqliteDatabase, scheduler: Scheduler): BlockStore {
  const { run: execute, rows, column, pairs } = database;
  const one = async (sql: string, ...values: (string | number)[]): Promise<StoredBlock | null> => {
    await scheduler.giveWay();
    const [row] = rows(sql, ...values);
    return row ? toBlock(row) : null;
  };
  const drop = async (found: readonly (readonly [id: string | number, table: string | number])[]) => {
    for (const [id, table] of found) {
      // An index the other way round would be as long as all blocks together.
      if (table === 'log' || table === 'people') {
        const [bytes] = rows('SELECT bytes FROM blocks WHERE id = ?', id);
        const known = openBlock({ bytes: bytes?.bytes as Bytes }) ?? [];
        for (const each of idsIn(table, known)) execute('DELETE FROM blockIds WHERE id = ? AND block = ?', each, id);
      }
      execute('DELETE FROM blocks WHERE id = ?', id);
      await scheduler.giveWay();
    }
  };
  const ofScope = 'SELECT * FROM blocks WHERE tableName = ? AND scope = ?';
  return {
    around: (table, scope, key) => one(`${ofScope} AND first <= ? ORDER BY first DESC LIMIT 1`, table, scope, key),
    after: (table, scope, key) =>
      key === null
        ? one(`${ofScope} ORDER BY first LIMIT 1`, table, scope)
        : one(`${ofScope} AND first > ? ORDER BY first LIMIT 1`, table, scope, key),
    async holding(table, sourceId) {
      const sql = 'SELECT blocks.* FROM blockIds JOIN blocks ON blocks.id = block WHERE blockIds.id = ? ORDER BY block';
      return rows(sql, blockId(table, sourceId)).map(toBlock);
    },
    get: (id) => one('SELECT * FROM blocks WHERE id = ?', id),
    nextById: (table, afterId) =>
      one('SELECT * FROM blocks WHERE tableName = ? AND id > ? ORDER BY id LIMIT 1', table, afterId),
    async earlier(before) {
      const order = 'newest IS NOT NULL ORDER BY newest DESC, scope DESC, last DESC LIMIT 1';
      const [row] = before
        ? rows(
            `SELECT id, newest, oldest, scope, last FROM blocks WHERE (newest, scope, last) < (?, ?, ?) AND ${order}`,
            before.newest,
            before.scope,
            before.last,
          )
        : rows(`SELECT id, newest, oldest, scope, last FROM blocks WHERE ${order}`);
      if (!row) return null;
      const text = (name: string) => String(row[name]);
      const [newest, oldest, scope, last] = [text('newest'), text('oldest'), text('scope'), text('last')];
      return { id: Number(row.id), newest, oldest, scope, last };
    },
    olderThan: (time) => one('SELECT * FROM blocks WHERE newest < ? ORDER BY newest LIMIT 1', time),
    async sumAttention(runId) {
      const sql = "SELECT SUM(attention) FROM blocks WHERE tableName = 'log' AND scope = ?";
      return Number(column(sql, runId)[0] ?? 0);
    },
    async put({ table, scope, first, last, newest = null, oldest = null, attention = null, ids, count, bytes }) {
      const sql =
        'INSERT INTO blocks (tableName, scope, first, last, newest, oldest, attention, count, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id';
      const [id] = column(sql, table, scope, first, last, newest, oldest, attention, count, bytes);
      for (const each of ids) execute('INSERT INTO blockIds VALUES (?, ?)', each, Number(id));
      await scheduler.giveWay();
    },
    drop: (id) => drop(pairs('SELECT id, tableName FROM blocks WHERE id = ?', id)),
    dropScope: (table, scope, from = '') =>
      drop(
        pairs('SELECT id, tableName FROM blocks WHERE tableName = ? AND scope = ? AND first >= ?', table, scope, from),
      ),
    dropTable: (table) => drop(pairs('SELECT id, tableName FROM blocks WHERE tableName = ?', table)),
  };
}

function toBlock(row: Row): StoredBlock {
  return {
    id: Number(row.id),
    table: String(row.tableName) as PackedTable,
    scope: String(row.scope),
    first: String(row.first),
    last: String(row.last),
    // Only asked for by way of an index.
    ids: [],
    count: Number(row.count),
    bytes: row.bytes as Bytes,
  };
}

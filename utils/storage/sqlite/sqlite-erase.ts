import { CompanionError } from '../../core/errors.ts';
import type { Json } from '../../core/ids.ts';
import { type Traces, toTombstone } from '../../core/people/erase.ts';
import { hasEnded } from '../../core/run/run.ts';
import type { Journal } from '../../ports/journal.ts';
import { z } from '../../zod.ts';
import { eraseFromRow, storesWithMentions } from '../erase-from-row.ts';
import type { BlockStore } from '../packed/block-store.ts';
import { dropOlder, eraseFromBlocks, eraseMentionsInBlocks } from '../packed/erase.ts';
import { runRow } from '../rows/run-row.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { findLink, putLink } from './sqlite-links.ts';
import { attempt } from './sqlite-runs.ts';

type EraseMethods = Pick<Journal, 'dropLogBefore' | 'erasePerson' | 'eraseMentions'>;

const place = z.object({ store: z.int(), rowId: z.int() });

export function createSqliteEraseMethods(database: SqliteDatabase, blocks: BlockStore): EraseMethods {
  const { transact, run: execute, column, pairs } = database;
  return {
    dropLogBefore: (before, limit) =>
      transact(async () => {
        const old = column('SELECT rowid FROM log WHERE at < ? ORDER BY at LIMIT ?', before, limit);
        for (const rowId of old) execute('DELETE FROM log WHERE rowid = ?', rowId);
        const packed = await dropOlder(blocks, before, limit - old.length);
        if (old.length + packed >= limit) return { more: true };
        for (const row of column('SELECT row FROM runs WHERE startedAt < ? LIMIT ?', before, limit)) {
          const ended = attempt(() => parseStored(runRow, row, 'runs', ''));
          if (ended && hasEnded(ended) && (ended.endedAt ?? before) < before) {
            execute('DELETE FROM runs WHERE id = ?', ended.id);
          }
        }
        return { more: false };
      }),

    erasePerson: (sourceId) =>
      transact(async () => {
        const loose = pairs('SELECT runId, seq FROM log WHERE sourceId = ?', sourceId).map(
          ([run, seq]) => `${run}/${seq}`,
        );
        const packed = await eraseFromBlocks(blocks, sourceId, new Set(loose));
        const link = await findLink(database, blocks, sourceId).catch(() => null);
        for (const table of ['log', 'people', 'escrow', 'drift', 'decisions']) {
          execute(`DELETE FROM ${table} WHERE sourceId = ?`, sourceId);
        }
        if (link) putLink(database, toTombstone(link));
        return { rows: loose.length + packed };
      }),

    eraseMentions: (traces, cursor, limit) =>
      transact(async () => {
        const from = z.nullable(place).safeParse(cursor);
        if (!from.success) throw new CompanionError('internal', { name: 'cursor' });
        const { store, rowId } = from.data ?? { store: 0, rowId: 0 };
        const name = storesWithMentions[store];
        if (name === undefined) {
          const from = { table: store - storesWithMentions.length, id: rowId };
          const next = await eraseMentionsInBlocks(blocks, traces, from, limit);
          return next && { store: next.table + storesWithMentions.length, rowId: next.id };
        }
        const rows = pairs(`SELECT rowid, row FROM ${name} WHERE rowid > ? ORDER BY rowid LIMIT ?`, rowId, limit);
        for (const [id, text] of rows) eraseFromStored(database, name, id, String(text), traces);
        if (rows.length === limit) return { store, rowId: rows.at(-1)?.[0] ?? 0 } as Json;
        return { store: store + 1, rowId: 0 };
      }),
  };
}

function eraseFromStored(
  { run: execute }: SqliteDatabase,
  store: (typeof storesWithMentions)[number],
  rowId: string | number,
  text: string,
  traces: Traces,
): void {
  const row: unknown = attempt(() => parseStored(z.unknown(), text, store, rowId));
  const next = eraseFromRow(store, row, traces);
  if (next === null && row !== null) execute(`DELETE FROM ${store} WHERE rowid = ?`, rowId);
  else if (next !== row) execute(`UPDATE ${store} SET row = ? WHERE rowid = ?`, JSON.stringify(next), rowId);
}

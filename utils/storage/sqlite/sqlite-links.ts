import type { SourceId } from '../../core/ids.ts';
import type { Link } from '../../core/link.ts';
import type { Journal } from '../../ports/journal.ts';
import type { KeyedRow } from '../packed/block.ts';
import type { BlockStore } from '../packed/block-store.ts';
import { findInBlock, walkBlocks, walkLayers } from '../packed/layered.ts';
import { linkTable } from '../packed/tables.ts';
import { escrowRow, type GoneLink, storedLinkRow } from '../rows/change-rows.ts';
import { parseRow } from '../rows/parse-row.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';

type LinkMethods = Pick<Journal, 'forgetTarget' | 'readLinks' | 'hasLinks' | 'readLink' | 'readEscrow'>;

const rowsPerRead = 500;

/** Whose account is whose, and who is to be tried again. */
export function createSqliteLinkMethods(database: SqliteDatabase, blocks: BlockStore): LinkMethods {
  const { transact, run: execute, pairs } = database;
  return {
    forgetTarget: () =>
      transact(async () => {
        for (const table of ['links', 'escrow']) execute(`DELETE FROM ${table}`);
        await blocks.dropTable('links');
      }),

    readLinks: () =>
      transact(async () => {
        const links = new Map<SourceId, Link>();
        for await (const { key, row } of walkLinks(database, blocks)) {
          const link = parseRow(storedLinkRow, row, 'links', key);
          if (!('isGone' in link)) links.set(link.sourceId, link);
        }
        return links;
      }),

    hasLinks: () =>
      transact(async () => {
        for await (const { row } of walkLinks(database, blocks)) if (!('isGone' in (row as object))) return true;
        return false;
      }),

    readLink: (sourceId) => transact(() => findLink(database, blocks, sourceId)),

    readEscrow: () =>
      transact(() => {
        const entries = pairs('SELECT sourceId, row FROM escrow').map(([id, row]) =>
          parseStored(escrowRow, row, 'escrow', id),
        );
        return new Map(entries.map((entry) => [entry.sourceId, entry]));
      }),
  };
}

export async function findLink(database: SqliteDatabase, blocks: BlockStore, sourceId: string): Promise<Link | null> {
  const [text] = database.column('SELECT row FROM links WHERE sourceId = ?', sourceId);
  const link =
    text === undefined ? await findPacked(blocks, sourceId) : parseStored(storedLinkRow, text, 'links', sourceId);
  return link === null || 'isGone' in link ? null : link;
}

async function findPacked(blocks: BlockStore, sourceId: string): Promise<Link | GoneLink | null> {
  const row = await findInBlock(linkTable, blocks, '', sourceId);
  return row === undefined ? null : parseRow(storedLinkRow, row, 'links', sourceId);
}

export function putLink(database: SqliteDatabase, link: Link | GoneLink): void {
  database.run('INSERT OR REPLACE INTO links VALUES (?, ?)', link.sourceId, JSON.stringify(link));
}

export async function dropLink(database: SqliteDatabase, blocks: BlockStore, sourceId: string): Promise<void> {
  if (await findLink(database, blocks, sourceId)) putLink(database, { sourceId, isGone: true });
}

function walkLinks(database: SqliteDatabase, blocks: BlockStore): AsyncIterable<KeyedRow> {
  return walkLayers(walkLoose(database), walkBlocks(linkTable, blocks, ''));
}

function* walkLoose(database: SqliteDatabase): Iterable<KeyedRow> {
  const sql = 'SELECT sourceId, row FROM links WHERE sourceId > ? ORDER BY sourceId LIMIT ?';
  for (let from = ''; ; ) {
    const rows = database.pairs(sql, from, rowsPerRead);
    for (const [id, text] of rows) {
      yield { key: String(id), row: parseStored(storedLinkRow, text, 'links', id) };
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsPerRead) return;
    from = String(last[0]);
  }
}

import type { SourceId } from '../core/ids.ts';
import type { Link } from '../core/link.ts';
import type { EscrowEntry } from '../core/run/escrow.ts';
import type { Journal } from '../ports/journal.ts';
import { blocksIn } from './block-store.ts';
import type { Database, ReadTransaction, WriteTransaction } from './database.ts';
import type { KeyedRow } from './packed/block.ts';
import { findInBlock, walkBlocks, walkLayers } from './packed/layered.ts';
import { linkTable } from './packed/tables.ts';
import { escrowRow, storedLinkRow } from './rows/change-rows.ts';
import { parseRow } from './rows/parse-row.ts';

type LinkMethods = Pick<Journal, 'forgetTarget' | 'readLinks' | 'hasLinks' | 'readLink' | 'readEscrow'>;

const rowsPerRead = 500;

/** Whose account is whose, and who is to be tried again. */
export function createLinkMethods(database: Database): LinkMethods {
  return {
    forgetTarget: () =>
      database.write(['links', 'escrow', 'blocks'], async (transaction) => {
        for (const store of ['links', 'escrow'] as const) await transaction.objectStore(store).clear();
        await blocksIn(transaction).dropTable('links');
      }),

    readLinks: () =>
      database.read(['links', 'blocks'], async (transaction) => {
        const links = new Map<SourceId, Link>();
        for await (const { key, row } of walkLinks(transaction)) {
          const link = parseRow(storedLinkRow, row, 'links', key);
          if (!('isGone' in link)) links.set(link.sourceId, link);
        }
        return links;
      }),

    hasLinks: () =>
      database.read(['links', 'blocks'], async (transaction) => {
        for await (const { row } of walkLinks(transaction)) if (!('isGone' in (row as object))) return true;
        return false;
      }),

    readLink: (sourceId) => database.read(['links', 'blocks'], (transaction) => findLink(transaction, sourceId)),

    readEscrow: () =>
      database.read(['escrow'], async (transaction) => {
        const rows = await transaction.objectStore('escrow').getAll();
        return new Map<SourceId, EscrowEntry>(
          rows.map((row) => {
            const entry = parseRow(escrowRow, row, 'escrow', row.sourceId);
            return [entry.sourceId, entry];
          }),
        );
      }),
  };
}

export async function findLink(
  transaction: ReadTransaction | WriteTransaction,
  sourceId: string,
): Promise<Link | null> {
  const loose = await transaction.objectStore('links').get(sourceId);
  const row = loose ?? (await findInBlock(linkTable, blocksIn(transaction), '', sourceId));
  if (row === undefined) return null;
  const link = parseRow(storedLinkRow, row, 'links', sourceId);
  return 'isGone' in link ? null : link;
}

function walkLinks(transaction: ReadTransaction): AsyncIterable<KeyedRow> {
  return walkLayers(walkLoose(transaction), walkBlocks(linkTable, blocksIn(transaction), ''));
}

async function* walkLoose(transaction: ReadTransaction): AsyncIterable<KeyedRow> {
  let from: string | null = null;
  for (;;) {
    const range: IDBKeyRange | null = from === null ? null : IDBKeyRange.lowerBound(from, true);
    const rows = await transaction.objectStore('links').getAll(range, rowsPerRead);
    for (const row of rows) yield { key: row.sourceId, row };
    if (rows.length < rowsPerRead) return;
    from = rows.at(-1)?.sourceId ?? null;
  }
}

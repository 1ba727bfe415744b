import { CompanionError } from '../../core/errors.ts';
import { atOnce } from '../../core/parts.ts';
import { inChunks } from '../chunks.ts';
import { type KeyedRow, openBlock, type PackedTable, packInParts, rowsPerBlock, type StoredBlock } from './block.ts';
import type { BlockStore } from './block-store.ts';

/** A table whose newest rows lie loose and count before those in blocks, and how its rows are known. */
export interface LayeredTable {
  readonly table: PackedTable;
  readonly keyOf: (row: never) => string;
  /** Rows that a block need not keep. */
  readonly isOver?: (row: never) => boolean;
}

/** The rows of a block with their keys. Throws `journal-damaged` where it cannot be opened. */
export function readBlock({ table, keyOf }: LayeredTable, block: StoredBlock): readonly KeyedRow[] {
  const rows = openBlock(block);
  if (rows === null)
    throw new CompanionError('journal-damaged', { store: table, key: `${block.scope}/${block.first}` });
  return rows.map((row) => ({ key: keyOf(row as never), row }));
}

/** One row out of its block; undefined = there is none. */
export async function findInBlock(
  layered: LayeredTable,
  blocks: BlockStore,
  scope: string,
  key: string,
): Promise<unknown> {
  const block = await blocks.around(layered.table, scope, key);
  if (block === null || block.last < key) return undefined;
  return readBlock(layered, block).find((each) => each.key === key)?.row;
}

/** The rows of many keys, each block opened once; keys that are in none are left out. */
export async function* findAllInBlocks(
  layered: LayeredTable,
  blocks: BlockStore,
  scope: string,
  keys: readonly string[],
): AsyncGenerator<KeyedRow> {
  let block: StoredBlock | null = null;
  let next: string | null = '';
  let rows = new Map<string, KeyedRow>();
  for (const key of keys.toSorted()) {
    if (next !== null && key >= next) {
      block = await blocks.around(layered.table, scope, key);
      next = (await blocks.after(layered.table, scope, key))?.first ?? null;
      rows = new Map(block ? readBlock(layered, block).map((each) => [each.key, each]) : []);
    }
    const found = rows.get(key);
    if (found) yield found;
  }
}

/** Every row of a scope that is in a block, in the order of keys; a damaged block throws, or is left out where `isLenient`. */
export async function* walkBlocks(
  layered: LayeredTable,
  blocks: BlockStore,
  scope: string,
  after: string | null = null,
  isLenient = false,
): AsyncGenerator<KeyedRow> {
  let block =
    (after === null ? null : await blocks.around(layered.table, scope, after)) ??
    (await blocks.after(layered.table, scope, after));
  while (block) {
    if (after === null || block.last > after) {
      for (const each of isLenient ? readOrNone(layered, block) : readBlock(layered, block)) {
        if (after === null || each.key > after) yield each;
      }
    }
    block = await blocks.after(layered.table, scope, block.first);
  }
}

export function readOrNone(layered: LayeredTable, block: StoredBlock): readonly KeyedRow[] {
  try {
    return readBlock(layered, block);
  } catch {
    return [];
  }
}

/** Loose rows and those in blocks as one, in the order of keys; of two with one key the loose one counts. */
export async function* walkLayers(
  loose: AsyncIterable<KeyedRow> | Iterable<KeyedRow>,
  packed: AsyncIterable<KeyedRow>,
): AsyncGenerator<KeyedRow> {
  const below = packed[Symbol.asyncIterator]();
  let next = await below.next();
  for await (const above of loose) {
    while (!next.done && next.value.key < above.key) {
      yield next.value;
      next = await below.next();
    }
    if (!next.done && next.value.key === above.key) next = await below.next();
    yield above;
  }
  for (; !next.done; next = await below.next()) yield next.value;
}

/**
 * Puts loose rows into the block where the first of them belongs. Gives those that are in it now: the caller takes them away, in the
 * same transaction. The rest belongs into later blocks.
 */
export async function foldIn(
  layered: LayeredTable,
  blocks: BlockStore,
  scope: string,
  loose: readonly KeyedRow[],
): Promise<readonly KeyedRow[]> {
  const [first] = loose;
  if (first === undefined) return [];
  const block = await blocks.around(layered.table, scope, first.key);
  const next = await blocks.after(layered.table, scope, first.key);
  const taken = loose.filter(({ key }) => next === null || key < next.first);
  // What cannot be opened any more stays as it is, for whoever can tell what was in it.
  const kept = block === null ? [] : readOrNone(layered, block);
  const isDamaged = block !== null && kept.length === 0;
  const merged = new Map([...kept, ...taken].map((each) => [each.key, each]));
  const rows = [...merged.values()]
    .filter(({ row }) => !layered.isOver?.(row as never))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (block !== null && !isDamaged) await blocks.drop(block.id);
  await putPacked(layered, blocks, scope, rows);
  return taken;
}

/** Block by block, so that whoever stores them may let others have the thread between two. */
async function putPacked(
  { table }: LayeredTable,
  blocks: BlockStore,
  scope: string,
  rows: readonly KeyedRow[],
): Promise<void> {
  for (const part of inChunks(rows, rowsPerBlock)) {
    for (const block of atOnce(packInParts(table, scope, part))) await blocks.put(block);
  }
}

/** Changes rows of a block in its place; `null` drops one. Gives how many are gone. */
export async function alterBlock(
  layered: LayeredTable,
  blocks: BlockStore,
  block: StoredBlock,
  alter: (row: unknown) => unknown,
): Promise<number> {
  const before = readOrNone(layered, block);
  const after = before.flatMap(({ row }) => {
    const next = alter(row);
    return next === null ? [] : [{ key: layered.keyOf(next as never), row: next }];
  });
  if (after.length === before.length && after.every(({ row }, at) => row === before[at]?.row)) return 0;
  await blocks.drop(block.id);
  await putPacked(layered, blocks, block.scope, after);
  return before.length - after.length;
}

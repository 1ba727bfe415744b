import type { LogEntry } from '../../core/log/log-entry.ts';
import type { Traces } from '../../core/people/erase.ts';
import type { KnownPerson } from '../../core/people/known-person.ts';
import { eraseFromRow } from '../erase-from-row.ts';
import { rowsPerBlock } from './block.ts';
import type { BlockStore } from './block-store.ts';
import { alterBlock } from './layered.ts';
import { linkTable, logTable, memoryTable, peopleTable } from './tables.ts';

/** Drops blocks of the log that hold nothing newer, until they were about so many rows; gives how many. */
export async function dropOlder(blocks: BlockStore, before: string, limit: number): Promise<number> {
  let dropped = 0;
  while (dropped < limit) {
    const block = await blocks.olderThan(before);
    if (block === null) break;
    await blocks.drop(block.id);
    dropped += block.count;
  }
  return dropped;
}

/** Takes somebody's own rows out of the blocks; gives how many of the log are gone, but for those that were loose as well. */
export async function eraseFromBlocks(
  blocks: BlockStore,
  sourceId: string,
  loose: ReadonlySet<string>,
): Promise<number> {
  let gone = 0;
  for (const block of await blocks.holding('log', sourceId)) {
    await alterBlock(logTable, blocks, block, (row) => {
      const entry = row as LogEntry;
      if (entry.sourceId !== sourceId) return row;
      if (!loose.has(`${entry.runId}/${entry.seq}`)) gone += 1;
      return null;
    });
  }
  for (const block of await blocks.holding('people', sourceId)) {
    await alterBlock(peopleTable, blocks, block, (row) => ((row as KnownPerson).sourceId === sourceId ? null : row));
  }
  return gone;
}

/** Where others may name him. */
const tables = [logTable, linkTable, peopleTable, memoryTable] as const;

export interface BlockPlace {
  /** One of `tables`. */
  readonly table: number;
  readonly id: number;
}

/** Takes somebody out of rows of others, in as many blocks as hold about `limit` rows; gives where to go on, null at the end. */
export async function eraseMentionsInBlocks(
  blocks: BlockStore,
  traces: Traces,
  from: BlockPlace,
  limit: number,
): Promise<BlockPlace | null> {
  const layered = tables[from.table];
  if (layered === undefined) return null;
  const store = layered.table as 'log' | 'links' | 'people' | 'memory';
  let { id } = from;
  for (let seen = 0; seen < limit; seen += rowsPerBlock) {
    const block = await blocks.nextById(layered.table, id);
    if (block === null) return { table: from.table + 1, id: 0 };
    await alterBlock(layered, blocks, block, (row) => eraseFromRow(store, row, traces));
    id = block.id;
  }
  return { table: from.table, id };
}

import type { Block, PackedTable, StoredBlock } from './block.ts';

/** Where a block stands in the order of time. */
export interface BlockTime {
  readonly id: number;
  readonly newest: string;
  readonly oldest: string;
  readonly scope: string;
  readonly last: string;
}

/** The blocks inside one transaction; each adapter of the journal has its own. */
export interface BlockStore {
  /** The block that has the key, if any has: the last one that begins at or before it. */
  around(table: PackedTable, scope: string, key: string): Promise<StoredBlock | null>;
  /** The next one that begins after the key; `null` = the first of all. */
  after(table: PackedTable, scope: string, key: string | null): Promise<StoredBlock | null>;
  /** All that hold somebody's rows. */
  holding(table: PackedTable, sourceId: string): Promise<readonly StoredBlock[]>;
  get(id: number): Promise<StoredBlock | null>;
  /** The ones with a greater id, in the order of ids: where whoever walks through all of them goes on. */
  nextById(table: PackedTable, afterId: number): Promise<StoredBlock | null>;
  /** Of the log, newest first: the one before this place in time; `null` = the newest of all. */
  earlier(before: BlockTime | null): Promise<BlockTime | null>;
  /** Of the log: the oldest one, if it holds nothing as new as this. */
  olderThan(time: string): Promise<StoredBlock | null>;
  /** Of a run's log: how many people in blocks need somebody. */
  sumAttention(runId: string): Promise<number>;
  put(block: Block): Promise<void>;
  drop(id: number): Promise<void>;
  /** All blocks of a scope that begin at the key or later. */
  dropScope(table: PackedTable, scope: string, from?: string): Promise<void>;
  dropTable(table: PackedTable): Promise<void>;
}

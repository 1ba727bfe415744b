import { needsAttention } from '../../core/log/attention.ts';
import type { LogEntry } from '../../core/log/log-entry.ts';
import type { Parts } from '../../core/parts.ts';
import { type Bytes, packRows, unpackRows } from './pack.ts';

/** What is kept in blocks. The first five also have loose rows, which count before what a block says. */
export type PackedTable =
  | 'log'
  | 'operations'
  | 'links'
  | 'people'
  | 'memory'
  | 'sourcePeople'
  | 'sourceManagers'
  | 'sourceFacts'
  | 'accounts';

/** Some hundred rows that stand beside each other in the order of their keys, compressed. Never changed, only replaced. */
export interface Block {
  readonly table: PackedTable;
  /** Rows of different scopes never share a block: a run, the operations of one kind in it. */
  readonly scope: string;
  readonly first: string;
  readonly last: string;
  /** `blockId` of everybody in it, to find a person's rows without opening all of them. */
  readonly ids: readonly string[];
  /** Of the log: when its newest and its oldest row were written, and how many of its people need somebody. */
  readonly newest?: string;
  readonly oldest?: string;
  readonly attention?: number;
  /** How many rows it has. */
  readonly count: number;
  readonly bytes: Bytes;
}

export type StoredBlock = Block & { readonly id: number };

export interface KeyedRow {
  readonly key: string;
  readonly row: unknown;
}

export const rowsPerBlock = 200;

/** Numbers in an order that texts have too. */
export function numberKey(value: number): string {
  return String(value).padStart(10, '0');
}

/** Cuts rows, in the order of their keys, into blocks. */
export function* packInParts(table: PackedTable, scope: string, rows: readonly KeyedRow[]): Parts<Block[]> {
  const blocks: Block[] = [];
  for (let at = 0; at < rows.length; at += rowsPerBlock) {
    blocks.push(toBlock(table, scope, rows.slice(at, at + rowsPerBlock)));
    yield;
  }
  return blocks;
}

function toBlock(table: PackedTable, scope: string, rows: readonly KeyedRow[]): Block {
  const values = rows.map(({ row }) => row);
  return {
    table,
    scope,
    first: rows[0]?.key ?? '',
    last: rows.at(-1)?.key ?? '',
    ids: idsIn(table, values),
    ...(table === 'log' ? describeEntries(values as readonly LogEntry[]) : {}),
    count: rows.length,
    bytes: packRows(values),
  };
}

/** The ids of everybody who has a row in a block of these. */
export function idsIn(table: PackedTable, rows: readonly unknown[]): readonly string[] {
  if (table !== 'log' && table !== 'people') return [];
  const ids = (rows as readonly { readonly sourceId: string | null }[]).flatMap(({ sourceId }) => sourceId ?? []);
  return [...new Set(ids)].map((id) => blockId(table, id));
}

export function blockId(table: PackedTable, sourceId: string): string {
  // Short: there is one for each row of each run.
  return `${table[0]}${sourceId}`;
}

function describeEntries(entries: readonly LogEntry[]): Pick<Block, 'newest' | 'oldest' | 'attention'> {
  const times = entries.map(({ at }) => at).sort();
  return {
    newest: times.at(-1) ?? '',
    oldest: times[0] ?? '',
    attention: entries.filter(needsAttention).length,
  };
}

const remembered: { readonly bytes: Bytes; readonly rows: readonly unknown[] }[] = [];

/** The block's rows; `null` = damaged. The last few are remembered: operations that follow each other share their block. */
export function openBlock({ bytes }: Pick<Block, 'bytes'>): readonly unknown[] | null {
  const known = remembered.find((each) => isSame(each.bytes, bytes));
  if (known) return known.rows;
  const rows = unpackRows(bytes);
  if (rows === null) return null;
  remembered.unshift({ bytes, rows });
  remembered.length = Math.min(remembered.length, 4);
  return rows;
}

/** By content: an id says nothing once the database has been erased. */
function isSame(a: Bytes, b: Bytes): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
}

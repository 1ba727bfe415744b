import type { Json } from '../core/ids.ts';
import { blocksIn } from './block-store.ts';
import { putAll, type ReadTransaction, type WriteTransaction } from './database.ts';
import { findAllInBlocks } from './packed/layered.ts';
import { memoryTable } from './packed/tables.ts';
import { memoryRow } from './rows/meta-rows.ts';
import { parseRow } from './rows/parse-row.ts';

/** Stores what is to be remembered; a `null` forgets: it counts before what a block says. Needs the store `memory`. */
export function putFacts(
  transaction: WriteTransaction,
  facts: readonly { readonly key: string; readonly value: Json }[],
): void {
  putAll(transaction, 'memory', facts);
}

/** What is remembered under these keys. Needs the stores `memory` and `blocks`. */
export async function findFacts(transaction: ReadTransaction, keys: readonly string[]): Promise<Map<string, Json>> {
  const store = transaction.objectStore('memory');
  const facts = new Map<string, Json>();
  for await (const { key, row } of findAllInBlocks(memoryTable, blocksIn(transaction), '', keys)) {
    facts.set(key, parseRow(memoryRow, row, 'memory', key).value);
  }
  for (let at = 0; at < keys.length; at += keysAtOnce) {
    const part = keys.slice(at, at + keysAtOnce);
    const rows = await Promise.all(part.map((key) => store.get(key)));
    for (const [index, row] of rows.entries()) {
      const key = part[index] ?? '';
      if (row !== undefined) facts.set(key, parseRow(memoryRow, row, 'memory', key).value);
    }
  }
  for (const [key, value] of facts) if (value === null) facts.delete(key);
  return facts;
}

const keysAtOnce = 200;

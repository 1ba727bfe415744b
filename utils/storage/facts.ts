import type { Json } from '../core/ids.ts';
import { putAll, type WriteTransaction } from './database.ts';

/** Stores what is to be remembered; a `null` forgets. Needs the store `memory`. */
export async function putFacts(
  transaction: WriteTransaction,
  facts: readonly { readonly key: string; readonly value: Json }[],
): Promise<void> {
  const kept = facts.filter((fact) => fact.value !== null);
  putAll(transaction, 'memory', kept);
  const memory = transaction.objectStore('memory');
  for (const fact of facts) if (fact.value === null) await memory.delete(fact.key);
}

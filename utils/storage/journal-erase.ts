import { CompanionError } from '../core/errors.ts';
import type { Json } from '../core/ids.ts';
import { type Traces, toTombstone } from '../core/people/erase.ts';
import { hasEnded } from '../core/run/run.ts';
import type { Journal } from '../ports/journal.ts';
import { z } from '../zod.ts';
import type { Database, WriteTransaction } from './database.ts';
import { eraseFromRow, storesWithMentions } from './erase-from-row.ts';
import { linkRow } from './rows/change-rows.ts';
import { parseRows } from './rows/parse-row.ts';

type EraseMethods = Pick<Journal, 'dropLogBefore' | 'erasePerson' | 'eraseMentions'>;

const place = z.object({
  store: z.int(),
  key: z.union([z.string(), z.array(z.union([z.string(), z.number()]))]),
});

export function createEraseMethods(database: Database): EraseMethods {
  return {
    dropLogBefore: (before, limit) =>
      database.write(['log', 'runs'], async (transaction) => {
        const log = transaction.objectStore('log');
        const old = await log.index('byTime').getAllKeys(IDBKeyRange.upperBound([before], true), limit);
        for (const key of old) await log.delete(key);
        if (old.length === limit) return { more: true };
        const runs = transaction.objectStore('runs');
        const ended = await runs.index('byStart').getAll(IDBKeyRange.upperBound(before, true), limit);
        for (const run of ended) if (hasEnded(run) && (run.endedAt ?? before) < before) await runs.delete(run.id);
        return { more: false };
      }),

    erasePerson: (sourceId) =>
      database.write(['log', 'people', 'links', 'escrow', 'drift', 'decisions'], async (transaction) => {
        const log = transaction.objectStore('log');
        const rows = await log.index('byPerson').getAllKeys(IDBKeyRange.bound([sourceId], [sourceId, []]));
        for (const key of rows) await log.delete(key);
        for (const store of ['people', 'escrow', 'drift'] as const) {
          await transaction.objectStore(store).delete(sourceId);
        }
        await transaction.objectStore('decisions').delete(IDBKeyRange.bound([sourceId], [sourceId, []]));
        const links = transaction.objectStore('links');
        const [link] = parseRows(linkRow, [await links.get(sourceId)]);
        if (link) await links.put(toTombstone(link));
        return { rows: rows.length };
      }),

    eraseMentions: (traces, cursor, limit) =>
      database.write(storesWithMentions, async (transaction) => {
        const at = z.nullable(place).safeParse(cursor);
        if (!at.success) throw new CompanionError('internal', { name: 'cursor' });
        return eraseSome(transaction, traces, at.data ?? { store: 0, key: [] }, limit, at.data === null);
      }),
  };
}

/** One bounded part of one store; gives where the next part begins. */
async function eraseSome(
  transaction: WriteTransaction,
  traces: Traces,
  from: z.infer<typeof place>,
  limit: number,
  isStart: boolean,
): Promise<Json> {
  const name = storesWithMentions[from.store];
  if (name === undefined) return null;
  const store = transaction.objectStore(name);
  const isFresh = isStart || from.key.length === 0;
  const range = isFresh ? null : IDBKeyRange.lowerBound(from.key, true);
  let cursor = await store.openCursor(range as IDBKeyRange | null);
  for (let seen = 0; cursor && seen < limit; seen += 1) {
    const row: unknown = cursor.value;
    const next = eraseFromRow(name, row, traces);
    if (next === null) await cursor.delete();
    else if (next !== row) await cursor.update(next as never);
    from = { store: from.store, key: cursor.key as z.infer<typeof place>['key'] };
    cursor = await cursor.continue();
  }
  if (cursor) return from as Json;
  return from.store + 1 < storesWithMentions.length ? { store: from.store + 1, key: '' } : null;
}

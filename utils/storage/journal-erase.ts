import { CompanionError } from '../core/errors.ts';
import type { Json } from '../core/ids.ts';
import { type Traces, toTombstone } from '../core/people/erase.ts';
import { hasEnded } from '../core/run/run.ts';
import type { Journal } from '../ports/journal.ts';
import { z } from '../zod.ts';
import { blocksIn } from './block-store.ts';
import type { Database, WriteTransaction } from './database.ts';
import { eraseFromRow, storesWithMentions } from './erase-from-row.ts';
import { findLink } from './journal-links.ts';
import { dropOlder, eraseFromBlocks, eraseMentionsInBlocks } from './packed/erase.ts';

type EraseMethods = Pick<Journal, 'dropLogBefore' | 'erasePerson' | 'eraseMentions'>;

const place = z.object({
  store: z.int(),
  key: z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]),
});

export function createEraseMethods(database: Database): EraseMethods {
  return {
    dropLogBefore: (before, limit) =>
      database.write(['log', 'runs', 'blocks'], async (transaction) => {
        const log = transaction.objectStore('log');
        const old = await log.index('byTime').getAllKeys(IDBKeyRange.upperBound([before], true), limit);
        for (const key of old) await log.delete(key);
        const packed = await dropOlder(blocksIn(transaction), before, limit - old.length);
        if (old.length + packed >= limit) return { more: true };
        const runs = transaction.objectStore('runs');
        const ended = await runs.index('byStart').getAll(IDBKeyRange.upperBound(before, true), limit);
        for (const run of ended) if (hasEnded(run) && (run.endedAt ?? before) < before) await runs.delete(run.id);
        return { more: false };
      }),

    erasePerson: (sourceId) =>
      database.write(['log', 'people', 'links', 'escrow', 'drift', 'decisions', 'blocks'], async (transaction) => {
        const log = transaction.objectStore('log');
        const rows = await log.index('byPerson').getAllKeys(IDBKeyRange.bound([sourceId], [sourceId, []]));
        for (const key of rows) await log.delete(key);
        const packed = await eraseFromBlocks(blocksIn(transaction), sourceId, keysOf(rows));
        for (const store of ['people', 'escrow', 'drift'] as const) {
          await transaction.objectStore(store).delete(sourceId);
        }
        await transaction.objectStore('decisions').delete(IDBKeyRange.bound([sourceId], [sourceId, []]));
        const link = await findLink(transaction, sourceId).catch(() => null);
        if (link) await transaction.objectStore('links').put(toTombstone(link));
        return { rows: rows.length + packed };
      }),

    eraseMentions: (traces, cursor, limit) =>
      database.write([...storesWithMentions, 'blocks'], async (transaction) => {
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
  if (name === undefined) return eraseFromBlocksInPart(transaction, traces, from, limit);
  const store = transaction.objectStore(name);
  const isFresh = isStart || from.key === '' || (Array.isArray(from.key) && from.key.length === 0);
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
  return { store: from.store + 1, key: from.store + 1 < storesWithMentions.length ? '' : 0 };
}

/** The same for rows in blocks: places after the loose ones, each with the id of the last block that was looked at. */
async function eraseFromBlocksInPart(
  transaction: WriteTransaction,
  traces: Traces,
  { store, key }: z.infer<typeof place>,
  limit: number,
): Promise<Json> {
  const at = await eraseMentionsInBlocks(
    blocksIn(transaction),
    traces,
    { table: store - storesWithMentions.length, id: Number(key) },
    limit,
  );
  return at && { store: at.table + storesWithMentions.length, key: at.id };
}

function keysOf(rows: readonly [string, number][]): ReadonlySet<string> {
  return new Set(rows.map(([runId, seq]) => `${runId}/${seq}`));
}

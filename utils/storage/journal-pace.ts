import type { Journal } from '../ports/journal.ts';
import type { RequestBudget } from '../ports/target.ts';
import { type Database, putAll } from './database.ts';
import { holdRow, leaseRow } from './rows/meta-rows.ts';
import { askedPerClearance, clampHold, isLeaseFree } from './time-rules.ts';

type PaceMethods = Pick<
  Journal,
  'spendRequest' | 'countRequests' | 'nextRequestAt' | 'holdRequestsUntil' | 'acquireLease' | 'releaseLease'
>;

/** Time as data (design.md rule 3): what was sent when, until when nothing is, and who is at work. */
export function createPaceMethods(database: Database): PaceMethods {
  let asked = 0;
  return {
    spendRequest: (atMs) =>
      database.write(['requests'], async (transaction) => putAll(transaction, 'requests', [{ atMs }])),

    countRequests: (sinceMs) =>
      database.read(['requests'], async (transaction) =>
        transaction.objectStore('requests').index('byTime').count(IDBKeyRange.lowerBound(sinceMs, true)),
      ),

    async nextRequestAt(budget, nowMs) {
      const atMs = await findNextRequest(database, budget, nowMs);
      if (asked++ % askedPerClearance === 0) await dropRequests(database, nowMs - budget.windowMs);
      return atMs;
    },

    holdRequestsUntil: (untilMs, nowMs) =>
      database.write(['meta'], async (transaction) => {
        await transaction.objectStore('meta').put({ sinceMs: nowMs, untilMs }, 'hold');
      }),

    acquireLease: (owner, nowMs, untilMs) =>
      database.write(['meta'], async (transaction) => {
        const store = transaction.objectStore('meta');
        const lease = leaseRow.safeParse(await store.get('lease')).data ?? null;
        if (!isLeaseFree(lease, owner, nowMs, untilMs)) return false;
        await store.put({ owner, untilMs }, 'lease');
        return true;
      }),

    releaseLease: (owner) =>
      database.write(['meta'], async (transaction) => {
        const store = transaction.objectStore('meta');
        const lease = leaseRow.safeParse(await store.get('lease')).data;
        if (lease?.owner === owner) await store.delete('lease');
      }),
  };
}

async function findNextRequest(database: Database, budget: RequestBudget, nowMs: number): Promise<number> {
  const seen = await database.read(['requests', 'meta'], async (transaction) => {
    const index = transaction.objectStore('requests').index('byTime');
    const [spent, ahead, hold] = await Promise.all([
      index.count(IDBKeyRange.lowerBound(nowMs - budget.windowMs, true)),
      index.count(IDBKeyRange.lowerBound(nowMs, true)),
      transaction.objectStore('meta').get('hold'),
    ]);
    let decisiveMs: number | null = null;
    if (spent >= budget.requests && ahead === 0) {
      const newest = await index.openKeyCursor(null, 'prev');
      const decisive = budget.requests > 1 ? await newest?.advance(budget.requests - 1) : newest;
      decisiveMs = decisive?.key ?? null;
    }
    return { ahead, decisiveMs, hold: holdRow.safeParse(hold).data ?? null };
  });
  if (seen.ahead > 0) {
    await bringBack(database, nowMs);
    return findNextRequest(database, budget, nowMs);
  }
  const freeMs = seen.decisiveMs === null ? nowMs : seen.decisiveMs + budget.windowMs;
  const hold = clampHold(seen.hold, nowMs);
  if (hold && hold !== seen.hold) {
    await database.write(['meta'], async (transaction) => {
      await transaction.objectStore('meta').put(hold, 'hold');
    });
  }
  return Math.max(nowMs, freeMs, hold?.untilMs ?? 0);
}

/** Those up to the last one that lies before the window: keys go up with time. */
async function dropRequests(database: Database, untilMs: number): Promise<void> {
  await database.write(['requests'], async (transaction) => {
    const store = transaction.objectStore('requests');
    const last = await store.index('byTime').openKeyCursor(IDBKeyRange.upperBound(untilMs), 'prev');
    if (last) await store.delete(IDBKeyRange.upperBound(last.primaryKey));
  });
}

/** Requests on record that are ahead of the clock: it was set back. They count as sent now, which is never too early. */
async function bringBack(database: Database, nowMs: number): Promise<void> {
  await database.write(['requests'], async (transaction) => {
    let cursor = await transaction
      .objectStore('requests')
      .index('byTime')
      .openCursor(IDBKeyRange.lowerBound(nowMs, true));
    while (cursor) {
      await cursor.update({ atMs: nowMs });
      cursor = await cursor.continue();
    }
  });
}

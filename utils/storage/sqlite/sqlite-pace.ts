import type { Journal } from '../../ports/journal.ts';
import { type HoldRow, holdRow, type LeaseRow, leaseRow } from '../rows/meta-rows.ts';
import { askedPerClearance, clampHold, isLeaseFree } from '../time-rules.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { attempt, putMeta } from './sqlite-runs.ts';

type PaceMethods = Pick<
  Journal,
  'spendRequest' | 'countRequests' | 'nextRequestAt' | 'holdRequestsUntil' | 'acquireLease' | 'releaseLease'
>;

/** Time as data (design.md rule 3): what was sent when, until when nothing is, and who is at work. */
export function createSqlitePaceMethods(database: SqliteDatabase): PaceMethods {
  const { transact, run: execute, column } = database;
  const readLease = (): LeaseRow | null => {
    const [row] = column('SELECT row FROM meta WHERE key = ?', 'lease');
    return row === undefined ? null : attempt(() => parseStored(leaseRow, row, 'meta', 'lease'));
  };
  const readHold = (): HoldRow | null => {
    const [row] = column('SELECT row FROM meta WHERE key = ?', 'hold');
    return row === undefined ? null : attempt(() => parseStored(holdRow, row, 'meta', 'hold'));
  };
  let asked = 0;
  return {
    spendRequest: (atMs) => transact(() => execute('INSERT INTO requests VALUES (?)', atMs)),

    countRequests: (sinceMs) =>
      transact(() => Number(column('SELECT COUNT(*) FROM requests WHERE atMs > ?', sinceMs)[0] ?? 0)),

    nextRequestAt: ({ requests, windowMs }, nowMs) =>
      transact(() => {
        // Requests ahead of the clock: it was set back. They count as sent now, which is never too early.
        execute('UPDATE requests SET atMs = ? WHERE atMs > ?', nowMs, nowMs);
        if (asked++ % askedPerClearance === 0) execute('DELETE FROM requests WHERE atMs <= ?', nowMs - windowMs);
        const sql = 'SELECT atMs FROM requests WHERE atMs > ? ORDER BY atMs DESC LIMIT 1 OFFSET ?';
        const [decisiveMs] = column(sql, nowMs - windowMs, requests - 1);
        const stored = readHold();
        const hold = clampHold(stored, nowMs);
        if (hold && hold !== stored) putMeta(database, 'hold', hold);
        const freeMs = decisiveMs === undefined ? nowMs : Number(decisiveMs) + windowMs;
        return Math.max(nowMs, freeMs, hold?.untilMs ?? 0);
      }),

    holdRequestsUntil: (untilMs, nowMs) => transact(() => putMeta(database, 'hold', { sinceMs: nowMs, untilMs })),

    acquireLease: (owner, nowMs, untilMs) =>
      transact(() => {
        if (!isLeaseFree(readLease(), owner, nowMs, untilMs)) return false;
        putMeta(database, 'lease', { owner, untilMs });
        return true;
      }),

    releaseLease: (owner) =>
      transact(() => {
        if (readLease()?.owner === owner) execute('DELETE FROM meta WHERE key = ?', 'lease');
      }),
  };
}

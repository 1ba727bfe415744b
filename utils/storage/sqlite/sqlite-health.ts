import { needsAttention } from '../../core/log/attention.ts';
import type { Journal } from '../../ports/journal.ts';
import { escrowRow, logRow } from '../rows/change-rows.ts';
import { earliestRetry } from '../time-rules.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { attempt } from './sqlite-runs.ts';

type HealthMethods = Pick<Journal, 'countAttention' | 'summariseEscrow'>;

export function createSqliteHealthMethods({ transact, column }: SqliteDatabase): HealthMethods {
  return {
    countAttention: (runId) =>
      transact(() => {
        const sql = "SELECT row FROM log WHERE runId = ? AND row ->> '$.outcome' IN ('failed', 'skipped')";
        const entries = column(sql, runId).map((row) => attempt(() => parseStored(logRow, row, 'log', '')));
        return entries.filter((entry) => entry !== null && needsAttention(entry)).length;
      }),

    summariseEscrow: (afterMs) =>
      transact(() => {
        const rows = column('SELECT row FROM escrow').flatMap((row) => {
          const entry = attempt(() => parseStored(escrowRow, row, 'escrow', ''));
          return entry ? [entry] : [];
        });
        return { count: rows.length, nextRetryAtMs: earliestRetry(rows, afterMs) };
      }),
  };
}

import { needsAttention } from '../../core/log/attention.ts';
import type { LogEntry } from '../../core/log/log-entry.ts';
import type { Journal } from '../../ports/journal.ts';
import { numberKey } from '../packed/block.ts';
import type { BlockStore } from '../packed/block-store.ts';
import { findInBlock } from '../packed/layered.ts';
import { logTable } from '../packed/tables.ts';
import { escrowRow, logRow } from '../rows/change-rows.ts';
import { earliestRetry } from '../time-rules.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { attempt } from './sqlite-runs.ts';

type HealthMethods = Pick<Journal, 'countAttention' | 'summariseEscrow'>;

export function createSqliteHealthMethods(database: SqliteDatabase, blocks: BlockStore): HealthMethods {
  const { transact, column } = database;
  return {
    countAttention: (runId) =>
      transact(async () => {
        let packed = await blocks.sumAttention(runId);
        // A loose row says how things stand now, whatever the block says.
        for (const seq of packed > 0 ? column('SELECT seq FROM log WHERE runId = ?', runId) : []) {
          const older = await findInBlock(logTable, blocks, runId, numberKey(Number(seq)));
          if (older && needsAttention(older as LogEntry)) packed -= 1;
        }
        const sql = "SELECT row FROM log WHERE runId = ? AND row ->> '$.outcome' IN ('failed', 'skipped')";
        const entries = column(sql, runId).map((row) => attempt(() => parseStored(logRow, row, 'log', '')));
        return packed + entries.filter((entry) => entry !== null && needsAttention(entry)).length;
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

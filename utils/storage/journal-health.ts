import { needsAttention } from '../core/log/attention.ts';
import type { LogEntry } from '../core/log/log-entry.ts';
import type { Journal } from '../ports/journal.ts';
import { blocksIn } from './block-store.ts';
import type { Database } from './database.ts';
import { looseKeys } from './journal-log.ts';
import { wordRange } from './key-ranges.ts';
import { numberKey } from './packed/block.ts';
import { findInBlock } from './packed/layered.ts';
import { logTable } from './packed/tables.ts';
import { earliestRetry } from './time-rules.ts';

type HealthMethods = Pick<Journal, 'countAttention' | 'summariseEscrow'>;

/** What the popup asks for all the time: counted by index, without reading every person of a run. */
export function createHealthMethods(database: Database): HealthMethods {
  return {
    countAttention: (runId) =>
      database.read(['log', 'blocks'], async (transaction) => {
        const index = transaction.objectStore('log').index('byOutcome');
        const [failed, skipped] = await Promise.all([
          index.count(wordRange(runId, 'failed')),
          index.getAll(wordRange(runId, 'skipped')),
        ]);
        const blocks = blocksIn(transaction);
        let packed = await blocks.sumAttention(runId);
        // A loose row says how things stand now, whatever the block says.
        for (const [, seq] of packed > 0 ? await looseKeys(transaction, runId) : []) {
          const older = await findInBlock(logTable, blocks, runId, numberKey(seq));
          if (older && needsAttention(older as LogEntry)) packed -= 1;
        }
        return failed + skipped.filter(needsAttention).length + packed;
      }),

    summariseEscrow: (afterMs) =>
      database.read(['escrow'], async (transaction) => {
        const rows = await transaction.objectStore('escrow').getAll();
        return { count: rows.length, nextRetryAtMs: earliestRetry(rows, afterMs) };
      }),
  };
}

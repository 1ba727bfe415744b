import { needsAttention } from '../core/log/attention.ts';
import type { Journal } from '../ports/journal.ts';
import type { Database } from './database.ts';
import { wordRange } from './key-ranges.ts';
import { earliestRetry } from './time-rules.ts';

type HealthMethods = Pick<Journal, 'countAttention' | 'summariseEscrow'>;

/** What the popup asks for all the time: counted by index, without reading every person of a run. */
export function createHealthMethods(database: Database): HealthMethods {
  return {
    countAttention: (runId) =>
      database.read(['log'], async (transaction) => {
        const index = transaction.objectStore('log').index('byOutcome');
        const [failed, skipped] = await Promise.all([
          index.count(wordRange(runId, 'failed')),
          index.getAll(wordRange(runId, 'skipped')),
        ]);
        return failed + skipped.filter(needsAttention).length;
      }),

    summariseEscrow: (afterMs) =>
      database.read(['escrow'], async (transaction) => {
        const rows = await transaction.objectStore('escrow').getAll();
        return { count: rows.length, nextRetryAtMs: earliestRetry(rows, afterMs) };
      }),
  };
}

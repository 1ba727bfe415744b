import { CompanionError } from '../core/errors.ts';
import type { Journal } from '../ports/journal.ts';
import { z } from '../zod.ts';
import { type Database, putAll, putInParts } from './database.ts';
import { putRun } from './journal-runs.ts';
import { decisionRow, driftRow } from './rows/drift-rows.ts';
import { parseRow, parseRows } from './rows/parse-row.ts';

type DriftMethods = Pick<
  Journal,
  'saveDrift' | 'queryDrift' | 'readDrift' | 'readDecisions' | 'saveDecision' | 'dropDecision'
>;

const lastKey = z.nullable(z.string());

export function createDriftMethods(database: Database): DriftMethods {
  return {
    saveDrift: (run, drifts) =>
      database.write(['runs', 'meta', 'drift'], async (transaction) => {
        await transaction.objectStore('drift').clear();
        await putInParts(transaction, 'drift', drifts);
        putRun(transaction, run);
      }),

    queryDrift: ({ limit, cursor }) =>
      database.read(['drift'], async (transaction) => {
        const after = lastKey.safeParse(cursor ?? null);
        if (!after.success) throw new CompanionError('internal', { name: 'cursor' });
        const range = after.data === null ? null : IDBKeyRange.lowerBound(after.data, true);
        const rows = await transaction.objectStore('drift').getAll(range, limit);
        return {
          drifts: parseRows(driftRow, rows),
          total: await transaction.objectStore('drift').count(),
          next: rows.length < limit ? null : (rows.at(-1)?.sourceId ?? null),
        };
      }),

    readDrift: (sourceId) =>
      database.read(['drift'], async (transaction) => {
        const row = await transaction.objectStore('drift').get(sourceId);
        return row === undefined ? null : parseRow(driftRow, row, 'drift', sourceId);
      }),

    // A damaged decision must not stop every run; without it the value is set back, which is what happens without one.
    readDecisions: () =>
      database.read(['decisions'], async (transaction) =>
        parseRows(decisionRow, await transaction.objectStore('decisions').getAll()),
      ),

    saveDecision: (decision) =>
      database.write(['decisions'], async (transaction) => putAll(transaction, 'decisions', [decision])),

    dropDecision: (sourceId, attribute) =>
      database.write(['decisions'], async (transaction) =>
        transaction.objectStore('decisions').delete([sourceId, attribute]),
      ),
  };
}

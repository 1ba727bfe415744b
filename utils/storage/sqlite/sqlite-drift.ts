import { CompanionError } from '../../core/errors.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Scheduler } from '../../ports/scheduler.ts';
import { z } from '../../zod.ts';
import { decisionRow, driftRow } from '../rows/drift-rows.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { attempt, putRun } from './sqlite-runs.ts';

type DriftMethods = Pick<
  Journal,
  'saveDrift' | 'queryDrift' | 'readDrift' | 'readDecisions' | 'saveDecision' | 'dropDecision'
>;

const lastKey = z.nullable(z.string());

export function createSqliteDriftMethods(database: SqliteDatabase, scheduler: Scheduler): DriftMethods {
  const { transact, run: execute, column, pairs } = database;
  return {
    saveDrift: (run, drifts) =>
      transact(async () => {
        execute('DELETE FROM drift');
        for (const drift of drifts) {
          execute('INSERT INTO drift VALUES (?, ?)', drift.sourceId, JSON.stringify(drift));
          await scheduler.giveWay();
        }
        putRun(database, run);
      }),

    queryDrift: ({ limit, cursor }) =>
      transact(() => {
        const after = lastKey.safeParse(cursor ?? null);
        if (!after.success) throw new CompanionError('internal', { name: 'cursor' });
        const sql = 'SELECT sourceId, row FROM drift WHERE sourceId > ? ORDER BY sourceId LIMIT ?';
        const rows = pairs(sql, after.data ?? '', limit);
        const drifts = rows.flatMap(([, row]) => attempt(() => parseStored(driftRow, row, 'drift', '')) ?? []);
        const total = Number(column('SELECT COUNT(*) FROM drift')[0]);
        return { drifts, total, next: rows.length < limit ? null : (rows.at(-1)?.[0] ?? null) };
      }),

    readDrift: (sourceId) =>
      transact(() => {
        const [row] = column('SELECT row FROM drift WHERE sourceId = ?', sourceId);
        return row === undefined ? null : parseStored(driftRow, row, 'drift', sourceId);
      }),

    readDecisions: () =>
      transact(() =>
        column('SELECT row FROM decisions ORDER BY sourceId, attribute').flatMap(
          (row) => attempt(() => parseStored(decisionRow, row, 'decisions', '')) ?? [],
        ),
      ),

    saveDecision: (decision) =>
      transact(() => {
        const { sourceId, attribute } = decision;
        execute('INSERT OR REPLACE INTO decisions VALUES (?, ?, ?)', sourceId, attribute, JSON.stringify(decision));
      }),

    dropDecision: (sourceId, attribute) =>
      transact(() => execute('DELETE FROM decisions WHERE sourceId = ? AND attribute = ?', sourceId, attribute)),
  };
}

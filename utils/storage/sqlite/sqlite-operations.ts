import type { Operation } from '../../core/run/operation.ts';
import { moveCounts } from '../../core/run/run.ts';
import type { Journal } from '../../ports/journal.ts';
import { closeEntry, closeOperation } from '../close-entry.ts';
import { escrowRow, linkRow, operationRow } from '../rows/change-rows.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { putEntry, readEntry } from './sqlite-log.ts';
import { putPerson } from './sqlite-people.ts';
import { putRun } from './sqlite-runs.ts';

type OperationMethods = Pick<
  Journal,
  | 'savePlan'
  | 'openOperations'
  | 'readEntry'
  | 'markInFlight'
  | 'settle'
  | 'closeOpen'
  | 'forgetTarget'
  | 'readLinks'
  | 'hasLinks'
  | 'readLink'
  | 'readEscrow'
>;

export function createSqliteOperationMethods(database: SqliteDatabase): OperationMethods {
  const { transact, run: execute, column, pairs } = database;
  return {
    savePlan: (run, { operations, entries, links, people = [], forgetOthers = false }) =>
      transact(() => {
        if (forgetOthers) execute('DELETE FROM people');
        for (const known of people) putPerson(database, known);
        execute('DELETE FROM operations WHERE runId = ?', run.id);
        execute('DELETE FROM log WHERE runId = ?', run.id);
        for (const operation of operations) putOperation(database, operation);
        for (const entry of entries) putEntry(database, entry);
        for (const link of links) putLink(database, link);
        putRun(database, run);
      }),

    openOperations: (runId, kinds, limit) => transact(() => readOpen(database, runId, kinds, limit)),

    readEntry: (runId, seq) => transact(() => readEntry(database, runId, seq)),

    markInFlight: (operations, atMs) =>
      transact(() => {
        for (const operation of operations) putOperation(database, { ...operation, status: 'in-flight' });
        execute('INSERT INTO requests VALUES (?)', atMs);
      }),

    settle: ({ run, operation, entry, link, dropLink, escrow, leaveEscrow }) =>
      transact(() => {
        putOperation(database, operation);
        if (entry) putEntry(database, entry);
        if (dropLink) execute('DELETE FROM links WHERE sourceId = ?', dropLink);
        if (link) putLink(database, link);
        if (leaveEscrow) execute('DELETE FROM escrow WHERE sourceId = ?', leaveEscrow);
        if (escrow) execute('INSERT OR REPLACE INTO escrow VALUES (?, ?)', escrow.sourceId, JSON.stringify(escrow));
        putRun(database, run);
      }),

    closeOpen: (run, ending, atMs, limit) =>
      transact(() => {
        const open = readOpen(database, run.id, ['create', 'update', 'disable'], limit);
        let { counts } = run;
        for (const operation of open) {
          putOperation(database, closeOperation(operation, ending));
          const entry = readEntry(database, run.id, operation.entrySeq);
          const closed = entry && closeEntry(entry, operation, ending, atMs);
          if (!entry || !closed || closed === entry) continue;
          putEntry(database, closed);
          counts = moveCounts(counts, entry.outcome, closed.outcome);
        }
        const saved = { ...run, counts };
        putRun(database, saved);
        return { run: saved, more: open.length === limit };
      }),

    forgetTarget: () =>
      transact(() => {
        for (const table of ['links', 'escrow']) execute(`DELETE FROM ${table}`);
      }),

    readLinks: () =>
      transact(() => {
        const links = pairs('SELECT sourceId, row FROM links').map(([id, row]) =>
          parseStored(linkRow, row, 'links', id),
        );
        return new Map(links.map((link) => [link.sourceId, link]));
      }),

    hasLinks: () => transact(() => column('SELECT 1 FROM links LIMIT 1').length > 0),

    readLink: (sourceId) =>
      transact(() => {
        const [row] = column('SELECT row FROM links WHERE sourceId = ?', sourceId);
        return row === undefined ? null : parseStored(linkRow, row, 'links', sourceId);
      }),

    readEscrow: () =>
      transact(() => {
        const entries = pairs('SELECT sourceId, row FROM escrow').map(([id, row]) =>
          parseStored(escrowRow, row, 'escrow', id),
        );
        return new Map(entries.map((entry) => [entry.sourceId, entry]));
      }),
  };
}

function putOperation(database: SqliteDatabase, operation: Operation): void {
  const { runId, seq, status, kind } = operation;
  const queue = status === 'pending' || status === 'in-flight' ? kind : null;
  database.run('INSERT OR REPLACE INTO operations VALUES (?, ?, ?, ?)', runId, seq, queue, JSON.stringify(operation));
}

function putLink(database: SqliteDatabase, link: Parameters<Journal['savePlan']>[1]['links'][number]): void {
  database.run('INSERT OR REPLACE INTO links VALUES (?, ?)', link.sourceId, JSON.stringify(link));
}

function readOpen(
  database: SqliteDatabase,
  runId: string,
  kinds: readonly Operation['kind'][],
  limit: number,
): readonly Operation[] {
  return kinds
    .flatMap((kind) =>
      database.pairs(
        'SELECT seq, row FROM operations WHERE runId = ? AND queue = ? ORDER BY seq LIMIT ?',
        runId,
        kind,
        limit,
      ),
    )
    .map(([seq, row]) => parseStored(operationRow, row, 'operations', `${runId}/${seq}`))
    .sort((a, b) => a.seq - b.seq)
    .slice(0, limit);
}

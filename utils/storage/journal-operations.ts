import type { SourceId } from '../core/ids.ts';
import type { Link } from '../core/link.ts';
import type { EscrowEntry } from '../core/run/escrow.ts';
import type { Operation } from '../core/run/operation.ts';
import { moveCounts } from '../core/run/run.ts';
import type { Journal } from '../ports/journal.ts';
import { closeEntry, closeOperation } from './close-entry.ts';
import { type Database, putAll, type WriteTransaction } from './database.ts';
import { putRun } from './journal-runs.ts';
import { runRange, wordRange } from './key-ranges.ts';
import { escrowRow, linkRow, logRow, operationRow } from './rows/change-rows.ts';
import { parseRow } from './rows/parse-row.ts';
import type { OperationRow } from './schema.ts';

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

const rowsPerTransaction = 1_000;
const everyKind: readonly Operation['kind'][] = ['create', 'update', 'disable'];

export function createOperationMethods(database: Database): OperationMethods {
  return {
    async savePlan(run, { operations, entries, links, people = [], forgetOthers = false }) {
      await database.write(['operations', 'log'], async (transaction) => {
        await transaction.objectStore('operations').delete(runRange(run.id));
        await transaction.objectStore('log').delete(runRange(run.id));
      });
      for (const part of chunk(entries)) {
        await database.write(['log'], async (transaction) => putAll(transaction, 'log', part));
      }
      for (const part of chunk(operations.map(toRow))) {
        await database.write(['operations'], async (transaction) => putAll(transaction, 'operations', part));
      }
      for (const part of chunk(links)) {
        await database.write(['links'], async (transaction) => putAll(transaction, 'links', part));
      }
      if (forgetOthers) {
        await database.write(['people'], async (transaction) => transaction.objectStore('people').clear());
      }
      for (const part of chunk(people)) {
        await database.write(['people'], async (transaction) => putAll(transaction, 'people', part));
      }
      // Last: until the run says so there is no plan, and a death on the way plans anew.
      await database.write(['runs', 'meta'], async (transaction) => putRun(transaction, run));
    },

    openOperations: (runId, kinds, limit) =>
      database.read(['operations'], async (transaction) => {
        const index = transaction.objectStore('operations').index('open');
        const queues = await Promise.all(kinds.map((kind) => index.getAll(wordRange(runId, kind), limit)));
        return queues
          .flat()
          .map((row) => parseRow(operationRow, row, 'operations', `${runId}/${row.seq}`))
          .sort((a, b) => a.seq - b.seq)
          .slice(0, limit);
      }),

    readEntry: (runId, seq) =>
      database.read(['log'], async (transaction) => {
        const row = await transaction.objectStore('log').get([runId, seq]);
        return row === undefined ? null : parseRow(logRow, row, 'log', `${runId}/${seq}`);
      }),

    markInFlight: (operations, atMs) =>
      database.write(['operations', 'requests'], async (transaction) => {
        const rows = operations.map((operation) => toRow({ ...operation, status: 'in-flight' }));
        putAll(transaction, 'operations', rows);
        putAll(transaction, 'requests', [{ atMs }]);
      }),

    settle: ({ run, operation, entry, link, dropLink, escrow, leaveEscrow }) =>
      database.write(['runs', 'meta', 'operations', 'log', 'links', 'escrow'], async (transaction) => {
        putAll(transaction, 'operations', [toRow(operation)]);
        if (entry) putAll(transaction, 'log', [entry]);
        if (dropLink) await transaction.objectStore('links').delete(dropLink);
        if (link) putAll(transaction, 'links', [link]);
        if (leaveEscrow) await transaction.objectStore('escrow').delete(leaveEscrow);
        if (escrow) putAll(transaction, 'escrow', [escrow]);
        putRun(transaction, run);
      }),

    closeOpen: (run, ending, atMs, limit) =>
      database.write(['runs', 'meta', 'operations', 'log'], async (transaction) => {
        const open = await readOpen(transaction, run.id, limit);
        let counts = run.counts;
        for (const operation of open) {
          putAll(transaction, 'operations', [closeOperation(operation, ending)]);
          const stored = await transaction.objectStore('log').get([run.id, operation.entrySeq]);
          if (stored === undefined) continue;
          const entry = parseRow(logRow, stored, 'log', `${run.id}/${operation.entrySeq}`);
          const closed = closeEntry(entry, operation, ending, atMs);
          if (closed === entry) continue;
          putAll(transaction, 'log', [closed]);
          counts = moveCounts(counts, entry.outcome, closed.outcome);
        }
        const saved = { ...run, counts };
        putRun(transaction, saved);
        return { run: saved, more: open.length === limit };
      }),

    forgetTarget: () =>
      database.write(['links', 'escrow'], async (transaction) => {
        for (const store of ['links', 'escrow'] as const) await transaction.objectStore(store).clear();
      }),

    readLinks: () =>
      database.read(['links'], async (transaction) => {
        const rows = await transaction.objectStore('links').getAll();
        return new Map<SourceId, Link>(
          rows.map((row) => {
            const link = parseRow(linkRow, row, 'links', row.sourceId);
            return [link.sourceId, link];
          }),
        );
      }),

    hasLinks: () =>
      database.read(['links'], async (transaction) => (await transaction.objectStore('links').count()) > 0),

    readLink: (sourceId) =>
      database.read(['links'], async (transaction) => {
        const row = await transaction.objectStore('links').get(sourceId);
        return row === undefined ? null : parseRow(linkRow, row, 'links', sourceId);
      }),

    readEscrow: () =>
      database.read(['escrow'], async (transaction) => {
        const rows = await transaction.objectStore('escrow').getAll();
        return new Map<SourceId, EscrowEntry>(
          rows.map((row) => {
            const entry = parseRow(escrowRow, row, 'escrow', row.sourceId);
            return [entry.sourceId, entry];
          }),
        );
      }),
  };
}

function toRow(operation: Operation): OperationRow {
  const isOpen = operation.status === 'pending' || operation.status === 'in-flight';
  return isOpen ? { ...operation, queue: operation.kind } : operation;
}

async function readOpen(transaction: WriteTransaction, runId: string, limit: number): Promise<Operation[]> {
  const index = transaction.objectStore('operations').index('open');
  const queues = await Promise.all(everyKind.map((kind) => index.getAll(wordRange(runId, kind), limit)));
  return queues
    .flat()
    .map((row) => parseRow(operationRow, row, 'operations', `${runId}/${row.seq}`))
    .sort((a, b) => a.seq - b.seq)
    .slice(0, limit);
}

function* chunk<T>(rows: readonly T[]): Iterable<readonly T[]> {
  for (let start = 0; start < rows.length; start += rowsPerTransaction) {
    yield rows.slice(start, start + rowsPerTransaction);
  }
}

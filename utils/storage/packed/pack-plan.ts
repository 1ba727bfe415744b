import type { RunId } from '../../core/ids.ts';
import type { LogEntry } from '../../core/log/log-entry.ts';
import { mapInParts, type Parts, sortInParts } from '../../core/parts.ts';
import type { KnownPerson } from '../../core/people/known-person.ts';
import type { Operation } from '../../core/run/operation.ts';
import { type Block, packInParts, rowsPerBlock } from './block.ts';
import { logTable, operationScope, operationTable, peopleTable } from './tables.ts';

/** Rows of a plan: those that lie loose, and the blocks of all others. Few rows are not worth a block. */
export interface PackedPlan {
  readonly logBlocks: readonly Block[];
  readonly operationBlocks: readonly Block[];
  readonly operations: readonly Operation[];
  readonly entries: readonly LogEntry[];
}

/** Blocks of one transaction, about a megabyte: a database keeps all of one twice until it is done. */
export const blocksPerTransaction = 100;

export const kinds: readonly Operation['kind'][] = ['create', 'update', 'disable'];

export function* packPlan(
  runId: RunId,
  plan: { readonly operations: readonly Operation[]; readonly entries: readonly LogEntry[] },
): Parts<PackedPlan> {
  const { operations, entries } = plan;
  if (entries.length <= rowsPerBlock) return { logBlocks: [], operationBlocks: [], operations, entries };
  const logBlocks = yield* packInParts('log', runId, yield* keyed(entries, logTable.keyOf));
  const operationBlocks: Block[] = [];
  for (const kind of kinds) {
    const rows = operations.filter((operation) => operation.kind === kind);
    const scope = operationScope(runId, kind);
    operationBlocks.push(...(yield* packInParts('operations', scope, yield* keyed(rows, operationTable.keyOf))));
  }
  return { logBlocks, operationBlocks, operations: [], entries: [] };
}

/** Everybody who is known, in the order of names. */
export function* packPeople(people: readonly KnownPerson[]): Parts<readonly Block[]> {
  const rows = yield* keyed(people, peopleTable.keyOf);
  return yield* packInParts('people', '', yield* sortInParts(rows, (a, b) => (a.key < b.key ? -1 : 1)));
}

function keyed<T>(rows: readonly T[], keyOf: (row: never) => string) {
  return mapInParts(rows, (row) => ({ key: keyOf(row as never), row }));
}

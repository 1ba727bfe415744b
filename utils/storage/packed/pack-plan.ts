import type { RunId } from '../../core/ids.ts';
import type { LogEntry } from '../../core/log/log-entry.ts';
import { mapInParts, type Parts, sortInParts } from '../../core/parts.ts';
import type { KnownPerson } from '../../core/people/known-person.ts';
import type { Operation } from '../../core/run/operation.ts';
import { type Block, packInParts, rowsPerBlock } from './block.ts';
import { logTable, operationScope, operationTable, peopleTable } from './tables.ts';

/** Rows of a plan: those that lie loose, and the blocks of all others. Few rows are not worth a block. */
export interface PackedPlan {
  readonly blocks: readonly Block[];
  readonly operations: readonly Operation[];
  readonly entries: readonly LogEntry[];
}

export const kinds: readonly Operation['kind'][] = ['create', 'update', 'disable'];

export function* packPlan(
  runId: RunId,
  plan: { readonly operations: readonly Operation[]; readonly entries: readonly LogEntry[] },
): Parts<PackedPlan> {
  const { operations, entries } = plan;
  if (entries.length <= rowsPerBlock) return { blocks: [], operations, entries };
  const blocks = yield* packInParts('log', runId, yield* keyed(entries, logTable.keyOf));
  for (const kind of kinds) {
    const rows = operations.filter((operation) => operation.kind === kind);
    const scope = operationScope(runId, kind);
    blocks.push(...(yield* packInParts('operations', scope, yield* keyed(rows, operationTable.keyOf))));
  }
  return { blocks, operations: [], entries: [] };
}

/** Everybody who is known, in the order of names. */
export function* packPeople(people: readonly KnownPerson[]): Parts<readonly Block[]> {
  const rows = yield* keyed(people, peopleTable.keyOf);
  return yield* packInParts('people', '', yield* sortInParts(rows, (a, b) => (a.key < b.key ? -1 : 1)));
}

function keyed<T>(rows: readonly T[], keyOf: (row: never) => string) {
  return mapInParts(rows, (row) => ({ key: keyOf(row as never), row }));
}

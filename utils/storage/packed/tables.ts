import type { Operation } from '../../core/run/operation.ts';
import { numberKey } from './block.ts';
import type { LayeredTable } from './layered.ts';

export const logTable: LayeredTable = {
  table: 'log',
  keyOf: ({ seq }: { readonly seq: number }) => numberKey(seq),
};

/** One scope for each kind, so that a kind that waits for the admin is not looked through again and again. */
export const operationTable: LayeredTable = {
  table: 'operations',
  keyOf: ({ seq }: { readonly seq: number }) => numberKey(seq),
  isOver: ({ status }: Pick<Operation, 'status'>) => status !== 'pending' && status !== 'in-flight',
};

export function operationScope(runId: string, kind: Operation['kind']): string {
  return `${runId}/${kind}`;
}

export const linkTable: LayeredTable = {
  table: 'links',
  keyOf: ({ sourceId }: { readonly sourceId: string }) => sourceId,
  isOver: (row: object) => 'isGone' in row,
};

/** A fact that is null is forgotten. */
export const memoryTable: LayeredTable = {
  table: 'memory',
  keyOf: ({ key }: { readonly key: string }) => key,
  isOver: ({ value }: { readonly value: unknown }) => value === null,
};

export const peopleTable: LayeredTable = { table: 'people', keyOf: personKey };

/** In the order of family names. */
export function personKey({ sortKey, sourceId }: { readonly sortKey: string; readonly sourceId: string }): string {
  return `${sortKey}\u0000${sourceId}`;
}

import type { RunId } from '../../core/ids.ts';

/** Links and facts lie loose up to this number: while a run goes on, each that is written belongs into another block. */
export const mostLoose = 4_000;

/** What an adapter does in one transaction each: puts a bounded number of loose rows into blocks, and gives how many. */
export interface Folding {
  operations(runId: RunId): Promise<unknown>;
  log(runId: RunId | null): Promise<number>;
  links(): Promise<number>;
  facts(): Promise<number>;
  countLoose(table: 'links' | 'memory'): Promise<number>;
}

/** Of a run that goes on: what has settled, and what has become too much. Of those that have ended (`null`): a part of all there is. */
export async function compactPart(fold: Folding, runId: RunId | null): Promise<{ readonly more: boolean }> {
  if (runId !== null) await fold.operations(runId);
  let folded = await fold.log(runId);
  if (runId === null) folded += await fold.links();
  for (const [table, part] of [
    ['links', fold.links],
    ['memory', fold.facts],
  ] as const) {
    if ((await fold.countLoose(table)) <= mostLoose) continue;
    // All of them, since every part of it changes a block, however few rows it has for it.
    for (let count = await part(); count > 0; count = await part());
  }
  return { more: folded > 0 };
}

import type { BlockStore, BlockTime } from './block-store.ts';
import { readOrNone } from './layered.ts';
import { logTable } from './tables.ts';

/** Where a row of the log stands in the order of time. */
export type TimeKey = readonly [at: string, runId: string, seq: number];

export interface TimedRow {
  readonly key: TimeKey;
  readonly row: unknown;
}

export function compareTimes(a: TimeKey, b: TimeKey): number {
  for (const at of [0, 1, 2] as const) if (a[at] !== b[at]) return a[at] < b[at] ? -1 : 1;
  return 0;
}

/** The log newest first, loose rows (in that order already) and blocks together. A block is opened when its newest row is due. */
export async function* walkNewestFirst(
  loose: AsyncIterable<TimedRow>,
  blocks: BlockStore,
  isLoose: (runId: string, seq: number) => Promise<boolean>,
  before: TimeKey | null,
): AsyncGenerator<TimedRow> {
  const above = loose[Symbol.asyncIterator]();
  let nextLoose = await above.next();
  let nextBlock = await nextWorthwhile(blocks, null, before);
  let open: TimedRow[] = [];
  for (;;) {
    const due = laterOf(open.at(-1), nextLoose.done ? undefined : nextLoose.value);
    if (nextBlock && (!due || compareTimes(due.key, upperBound(nextBlock)) <= 0)) {
      const block = await blocks.get(nextBlock.id);
      const rows = block ? readOrNone(logTable, block).map(({ row }) => toTimed(row)) : [];
      const wanted = rows.filter(({ key }) => before === null || compareTimes(key, before) < 0);
      open = [...open, ...wanted].sort((a, b) => compareTimes(a.key, b.key));
      nextBlock = await nextWorthwhile(blocks, nextBlock, before);
      continue;
    }
    if (!due) return;
    if (due === open.at(-1)) {
      open.pop();
      if (!(await isLoose(due.key[1], due.key[2]))) yield due;
    } else {
      yield due;
      nextLoose = await above.next();
    }
  }
}

function laterOf(a: TimedRow | undefined, b: TimedRow | undefined): TimedRow | undefined {
  if (!a || !b) return a ?? b;
  return compareTimes(a.key, b.key) > 0 ? a : b;
}

/** The next block that may hold a row from before that time. */
async function nextWorthwhile(
  blocks: BlockStore,
  from: BlockTime | null,
  before: TimeKey | null,
): Promise<BlockTime | null> {
  let block = await blocks.earlier(from);
  while (block && before && block.oldest > before[0]) block = await blocks.earlier(block);
  return block;
}

function upperBound({ newest, scope, last }: BlockTime): TimeKey {
  return [newest, scope, Number(last)];
}

function toTimed(row: unknown): TimedRow {
  const { at, runId, seq } = row as { at: string; runId: string; seq: number };
  return { key: [at, runId, seq], row };
}

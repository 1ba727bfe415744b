import { ours, raw } from '../read/contestants.ts';
import { measureHeap } from '../read/heap.ts';
import { record } from '../read/recording.ts';
import { replay } from '../read/replay.ts';
import { rounded, sideBySide } from '../side-by-side.ts';

export interface GrowthFigures {
  readonly people: number;
  readonly rawMs: number;
  readonly oursMs: number;
  readonly oursOverRaw: number;
  readonly heapMb: number;
}

const sizes = [1_000, 10_000, 50_000, 100_000] as const;

/** How reading grows with the people: time beside the raw transfer, and peak heap. */
export async function measureGrowth(): Promise<readonly GrowthFigures[]> {
  const figures: GrowthFigures[] = [];
  for (const people of sizes) {
    const recording = await record(people);
    const served = await replay(recording);
    try {
      const times = await sideBySide({ raw: raw(recording, served.api), ours: ours(recording, served.api) });
      figures.push({
        people,
        rawMs: rounded(times.raw),
        oursMs: rounded(times.ours),
        oursOverRaw: rounded(times.ours / times.raw),
        heapMb: rounded(await measureHeap(served, recording)),
      });
    } finally {
      served.stop();
    }
  }
  return figures;
}

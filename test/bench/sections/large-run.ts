import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNmbrsSource } from '../../../utils/connectors/nmbrs/source.ts';
import type { Run } from '../../../utils/core/run/run.ts';
import { systemClock } from '../../../utils/platform/system-clock.ts';
import { openSqliteStore } from '../../../utils/storage/sqlite/sqlite-store.ts';
import { watchStretches } from '../journal/stretches.ts';
import { createSwiftTarget } from '../journal/swift-target.ts';
import { wholeRun } from '../journal/whole-run.ts';
import { record } from '../read/recording.ts';
import { replay } from '../read/replay.ts';
import { rounded } from '../side-by-side.ts';

export interface LargeRunFigures {
  readonly people: number;
  /** The longest stretch for which the thread was held, in ms of the processor, by what the run did. */
  readonly longestMs: number;
  readonly longestReadingMs: number;
  readonly longestPlanningMs: number;
  readonly longestApplyingMs: number;
  /** All that SQLite has on disk after a first run, and at most while it and the next one, with 1 % changed, went on. */
  readonly journalMb: number;
  readonly journalPeakMb: number;
}

/** Two whole runs of a very large company: real answers of Nmbrs, the real engine and journal, a target in memory. */
export async function measureLargeRun(employees: number): Promise<LargeRunFigures> {
  const recording = await record(employees);
  const served = await replay(recording);
  const folder = mkdtempSync(join(tmpdir(), 'companion-bench-'));
  const path = join(folder, 'journal.sqlite');
  const store = openSqliteStore(path);
  const target = createSwiftTarget(0);
  const source = createNmbrsSource({ ...recording.credentials, apiUrl: served.api, clock: systemClock });
  const stretches = watchStretches();
  let peak = 0;
  const tell = ({ state }: Run) => {
    stretches.mark(state);
    peak = Math.max(peak, sizeOf(path));
  };
  try {
    await wholeRun({ source, target, journal: store.journal }, tell);
    const first = sizeOf(path);
    target.change((account, at) => (at % 100 === 0 ? { ...account, title: 'Old' } : account));
    await wholeRun({ source, target, journal: store.journal }, tell);
    const longest = stretches.end();
    return {
      people: recording.people,
      longestMs: rounded(Math.max(...Object.values(longest))),
      longestReadingMs: rounded(Math.max(longest['reading-source'] ?? 0, longest['reading-target'] ?? 0)),
      longestPlanningMs: rounded(longest.planning ?? 0),
      longestApplyingMs: rounded(longest.applying ?? 0),
      journalMb: rounded(first / 1_000_000),
      journalPeakMb: rounded(peak / 1_000_000),
    };
  } finally {
    store.close();
    served.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The file and what has not been written back into it yet. */
function sizeOf(path: string): number {
  return ['', '-wal'].reduce((sum, ending) => sum + (statSync(path + ending, { throwIfNoEntry: false })?.size ?? 0), 0);
}

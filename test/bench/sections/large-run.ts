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
  /** The collector's longest pause in one of them, in ms of the clock. */
  readonly longestPauseMs: number;
  /** All that SQLite has on disk after each run, the later ones with 1 % changed, and at most while it went on. */
  readonly journalMb: readonly number[];
  readonly journalPeakMb: readonly number[];
}

const runs = 3;

/** Whole runs of a very large company: real answers of Nmbrs, the real engine and journal, a target in memory. */
export async function measureLargeRun(employees: number): Promise<LargeRunFigures> {
  const { people, credentials, served } = await serveRecording(employees);
  const folder = mkdtempSync(join(tmpdir(), 'companion-bench-'));
  const path = join(folder, 'journal.sqlite');
  const store = openSqliteStore(path);
  const target = createSwiftTarget(0);
  const source = createNmbrsSource({ ...credentials, apiUrl: served.api, clock: systemClock });
  const stretches = watchStretches();
  const sizes: { readonly after: number; readonly peak: number }[] = [];
  try {
    for (let run = 0; run < runs; run += 1) {
      let peak = 0;
      if (run > 0) target.change((account, at) => (at % 100 === 0 ? { ...account, title: `Old ${run}` } : account));
      await wholeRun({ source, target, journal: store.journal }, ({ state }: Run) => {
        stretches.mark(state);
        peak = Math.max(peak, sizeOf(path));
      });
      sizes.push({ after: sizeOf(path), peak });
    }
    const { byPhase, pauseMs } = stretches.end();
    return {
      people,
      longestMs: rounded(Math.max(...Object.values(byPhase))),
      longestReadingMs: rounded(Math.max(byPhase['reading-source'] ?? 0, byPhase['reading-target'] ?? 0)),
      longestPlanningMs: rounded(byPhase.planning ?? 0),
      longestApplyingMs: rounded(byPhase.applying ?? 0),
      longestPauseMs: rounded(pauseMs),
      journalMb: sizes.map(({ after }) => rounded(after / 1_000_000)),
      journalPeakMb: sizes.map(({ peak }) => rounded(peak / 1_000_000)),
    };
  } finally {
    store.close();
    served.stop();
    rmSync(folder, { recursive: true });
  }
}

/** By itself, so that the recording, many times what a run holds, is not in the way of the collector while that is measured. */
async function serveRecording(employees: number) {
  const recording = await record(employees);
  const { people, credentials } = recording;
  return { people, credentials, served: await replay(recording) };
}

/** The file and what has not been written back into it yet. */
function sizeOf(path: string): number {
  return ['', '-wal'].reduce((sum, ending) => sum + (statSync(path + ending, { throwIfNoEntry: false })?.size ?? 0), 0);
}

import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Companion } from '../../browser/companion.ts';
import { median, rounded } from '../side-by-side.ts';
import type { JournalTimes } from './journal-page.ts';

export interface JournalRates {
  /** Rows of a plan and its log that are stored in a second. */
  readonly journalRowsPerSecond: number;
  /** Writes that are put down before they leave and settled after it, one after the other, in a second. */
  readonly journalWritesPerSecond: number;
  /** A whole run with the journal beside one with none, against a target that answers in 30 ms and has no limit. */
  readonly journalOverMemory: number;
  /** What the browser counts as used by the journal of five times as many people after a run, and at most while it went on. */
  readonly journalUsedMb: number;
  readonly journalUsedPeakMb: number;
}

const answerMs = 30;
const runPeople = 300;
const rounds = 3;

/** How fast the journal takes what a run puts down, in the extension's own origin; one plan of `planned` and 1,000 writes of it. */
export async function measureJournal(companion: Companion, planned: number): Promise<JournalRates> {
  const settled = Math.min(planned, 1_000);
  const program = await bundle();
  const page = await companion.openOptions('connection');
  await page.find('nmbrs-domain');
  // Through the debugger: the extension's own policy forbids foreign scripts.
  await page.page.evaluate(program);
  type Program = typeof import('./journal-page.ts');
  const measure = (): Promise<JournalTimes> =>
    page.page.evaluate(
      (plan, writes) => (globalThis as unknown as Program).timeJournal(plan, writes),
      planned,
      settled,
    );
  await measure();
  const { planMs, operationsMs } = await measure();
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { storedMs, memoryMs } = await page.page.evaluate(
      (people, ms) => (globalThis as unknown as Program).timeRuns(people, ms),
      runPeople,
      answerMs,
    );
    ratios.push(storedMs / memoryMs);
  }
  const { bytes, peakBytes } = await page.page.evaluate(
    (people) => (globalThis as unknown as Program).fillJournal(people),
    planned * 5,
  );
  await page.close();
  return {
    journalRowsPerSecond: rounded((planned * 2_000) / planMs),
    journalWritesPerSecond: rounded((settled * 1_000) / operationsMs),
    journalOverMemory: rounded(median(ratios)),
    journalUsedMb: rounded(bytes / 1_000_000),
    journalUsedPeakMb: rounded(peakBytes / 1_000_000),
  };
}

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: {
        entry: fileURLToPath(new URL('./journal-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'journal',
        fileName: 'journal',
      },
    },
  });
  const [output] = [made].flat();
  if (output === undefined || !('output' in output)) throw new Error('The journal was not bundled');
  return `${output.output[0].code}\nObject.assign(globalThis, journal);`;
}

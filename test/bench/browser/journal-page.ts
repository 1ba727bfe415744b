import type { TargetId } from '../../../utils/core/ids.ts';
import { openJournal } from '../../../utils/storage/journal.ts';
import { aCompany, accountOf } from '../../support/company.ts';
import { aLink, anEntry, anOperation, aRun, startMs } from '../../support/journal-rows.ts';
import { createScriptedSource } from '../../support/scripted-source.ts';
import { createMemoryJournal } from '../journal/memory-journal.ts';
import { createSwiftTarget } from '../journal/swift-target.ts';
import { wholeRun } from '../journal/whole-run.ts';

export interface JournalTimes {
  /** Operations and rows of the log of a whole plan, stored. */
  readonly planMs: number;
  /** One operation after the other, each written ahead and settled with its link and its row of the log. */
  readonly operationsMs: number;
}

/** Runs in a page: the product's own journal, in that browser's IndexedDB, under a name of its own. */
export async function timeJournal(planned: number, settled: number): Promise<JournalTimes> {
  const name = `bench-${crypto.randomUUID()}`;
  const journal = openJournal({ name });
  const run = aRun('bench', { state: 'applying' });
  await journal.createRun(run);
  const operations = Array.from({ length: planned }, (_, seq) => anOperation('bench', seq));
  const entries = operations.map(({ seq }) => anEntry('bench', seq));
  const planStarted = performance.now();
  await journal.savePlan(run, { operations, entries, links: [] });
  const planMs = performance.now() - planStarted;

  const operationsStarted = performance.now();
  for (const operation of operations.slice(0, settled)) {
    await journal.markInFlight([{ ...operation, status: 'in-flight', attempts: 1 }], startMs);
    await journal.settle({
      run,
      operation: { ...operation, status: 'done', attempts: 1 },
      entry: anEntry('bench', operation.seq, { outcome: 'created' }),
      link: aLink(String(operation.seq)),
    });
  }
  const operationsMs = performance.now() - operationsStarted;
  indexedDB.deleteDatabase(name);
  return { planMs, operationsMs };
}

/** How long a whole first run takes, everybody created, with the journal in IndexedDB and with one that keeps nothing. */
export async function timeRuns(people: number, answerMs: number): Promise<{ storedMs: number; memoryMs: number }> {
  const staff = aCompany(people);
  const name = `bench-${crypto.randomUUID()}`;
  const time = async (journal: Parameters<typeof wholeRun>[0]['journal']) => {
    const startedAt = performance.now();
    await wholeRun({ source: createScriptedSource(() => staff, 100), target: createSwiftTarget(answerMs), journal });
    return performance.now() - startedAt;
  };
  const memoryMs = await time(createMemoryJournal());
  const storedMs = await time(openJournal({ name }));
  indexedDB.deleteDatabase(name);
  return { storedMs, memoryMs };
}

/** What the browser counts as used, after a first run that takes over everybody's account, and at most while it went on. */
export async function fillJournal(people: number): Promise<{ bytes: number; peakBytes: number }> {
  const staff = aCompany(people);
  const accounts = staff.map((person) => ({ ...accountOf(person), targetId: crypto.randomUUID() as TargetId }));
  const name = `bench-${crypto.randomUUID()}`;
  const used = async () => (await navigator.storage.estimate()).usage ?? 0;
  const before = await used();
  let most = 0;
  const parts = {
    source: createScriptedSource(() => staff, 1_000),
    target: createSwiftTarget(0, accounts),
    journal: openJournal({ name }),
  };
  await wholeRun(parts, () => void used().then((bytes) => (most = Math.max(most, bytes))));
  const after = await used();
  indexedDB.deleteDatabase(name);
  return { bytes: after - before, peakBytes: Math.max(most, after) - before };
}

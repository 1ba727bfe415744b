import { openJournal } from '../../../utils/storage/journal.ts';
import { aLink, anEntry, anOperation, aRun, startMs } from '../../support/journal-rows.ts';

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

import type { Person } from '../../../utils/core/person.ts';
import type { Run } from '../../../utils/core/run/run.ts';
import { openSqliteDatabase } from '../../../utils/storage/sqlite/sqlite-database.ts';
import { createSqliteJournal } from '../../../utils/storage/sqlite/sqlite-journal.ts';
import { aCompany } from '../../support/company.ts';
import { openScimRun, type ScimRun } from '../../support/scim-run.ts';
import { rounded } from '../side-by-side.ts';

/** Javelo's public limit (javelo-scim.md §2.2). */
const limit = { requests: 300, windowMs: 300_000 };

export interface WriteFigures {
  /** People whose account differs. */
  readonly changed: number;
  /** Writes it took, and requests that only read. */
  readonly requests: number;
  readonly reads: number;
  /** Time it takes under the limit, beside the time that the limit itself imposes on as many requests. */
  readonly overLimitTime: number;
  readonly minutes: number;
  readonly requestsPerPerson: number;
  /** A client that looks everybody up before it writes, as Entra does (javelo-scim.md §5.1). */
  readonly lookThenPatchPerPerson: number;
  readonly lookThenPatchMinutes: number;
  readonly oursOverLookThenPatch: number;
}

/** An update for everybody, under the limit and on a virtual clock, through real requests to the sandbox. */
export async function measureWrites(employees: number): Promise<WriteFigures> {
  const people = aCompany(employees);
  const ours = await changeEverybody(people);
  const theirs = await lookThenPatch(people);
  const sent = ours.requests + ours.reads;
  return {
    changed: ours.changed,
    requests: ours.requests,
    reads: ours.reads,
    overLimitTime: rounded(ours.tookMs / imposedMs(sent)),
    minutes: rounded(ours.tookMs / 60_000),
    requestsPerPerson: rounded(sent / employees),
    lookThenPatchPerPerson: rounded(theirs / employees),
    lookThenPatchMinutes: rounded(imposedMs(theirs) / 60_000),
    oursOverLookThenPatch: rounded(sent / theirs),
  };
}

function imposedMs(requests: number): number {
  return Math.floor((requests - 1) / limit.requests) * limit.windowMs;
}

async function withEverybody<T>(people: readonly Person[], work: (run: ScimRun) => Promise<T>): Promise<T> {
  const database = openSqliteDatabase(':memory:');
  const journal = createSqliteJournal(database);
  const run = await openScimRun(people, { switches: { rate: limit }, openJournal: () => journal, pageSize: 100 });
  try {
    run.sandbox.scim.plant(
      people.map(({ sourceId, workEmail, givenName, familyName }) => ({
        userName: workEmail,
        externalId: sourceId,
        name: { givenName, familyName },
      })),
    );
    return await work(run);
  } finally {
    await run.close();
    database.close();
  }
}

async function changeEverybody(people: readonly Person[]) {
  return withEverybody(people, async ({ bench, requests }) => {
    const startedMs = bench.clock.nowMs();
    const done: Run = await bench.run();
    const counts = Object.entries(requests());
    const total = (which: (name: string) => boolean) =>
      counts.reduce((sum, [name, times]) => (which(name) ? sum + times : sum), 0);
    return {
      changed: done.counts.updated,
      requests: total((name) => !name.startsWith('GET')),
      reads: total((name) => name.startsWith('GET')),
      tookMs: bench.clock.nowMs() - startedMs,
    };
  });
}

/** Requests of a client that asks for everybody by login and then patches; of a sample, since each costs the same. */
async function lookThenPatch(people: readonly Person[]): Promise<number> {
  const sample = people.slice(0, Math.min(people.length, 100));
  return withEverybody(sample, async ({ sandbox, requests }) => {
    const overrides = { 'filter.quoting': 'quoted' };
    const target = sandbox.target({ overrides });
    for (const { workEmail } of sample) {
      const [account] = (await target.find('userName', workEmail ?? '')) ?? [];
      if (!account) throw new Error('somebody was not found');
      await target.update(account.targetId, { title: 'New' }, null);
    }
    const sent = Object.values(requests()).reduce((sum, times) => sum + times, 0);
    return (sent / sample.length) * people.length;
  });
}

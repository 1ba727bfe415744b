import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json, RunId, SourceId } from '../../utils/core/ids.ts';
import type { Link } from '../../utils/core/link.ts';
import { needsAttention } from '../../utils/core/log/attention.ts';
import type { LogEntry } from '../../utils/core/log/log-entry.ts';
import { noCounts } from '../../utils/core/run/run.ts';
import { toIsoTime } from '../../utils/ports/clock.ts';
import type { Journal } from '../../utils/ports/journal.ts';
import { openJournal } from '../../utils/storage/journal.ts';
import { openSqliteStore } from '../../utils/storage/sqlite/sqlite-store.ts';
import { aKnownPerson, aLink, anEntry, anOperation, aRun, startMs } from '../support/journal-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'packed-'));
let files = 0;
afterAll(() => rmSync(folder, { recursive: true }));

const adapters: Record<string, () => Journal> = {
  IndexedDB: () => openJournal({ name: 'companion', factory: new IDBFactory() }),
  SQLite: () => openSqliteStore(join(folder, `${files++}.sqlite`)).journal,
};

// More than two blocks hold.
const people = 450;
const kinds = ['create', 'update', 'disable'] as const;
const outcomes = ['created', 'failed', 'skipped'] as const;

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('settle' as const), many: fc.integer({ min: 1, max: 130 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('retry' as const), at: fc.nat(people - 1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('dropLink' as const), at: fc.nat(people - 1) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('compact' as const), all: fc.boolean() }) },
);

describe.each(Object.entries(adapters))('rows that are packed at any time in %s', (_name, open) => {
  it('are read as if nobody had', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const journal = open();
        const model = await fill(journal);
        for (const each of steps) await take(each, journal, model);
        await compare(journal, model);
      }),
      { numRuns: 8 },
    );
  });
});

interface Model {
  readonly entries: Map<number, LogEntry>;
  readonly links: Map<string, Link>;
  /** The seqs that are open, in order. */
  open: number[];
}

const r1 = 'r1' as RunId;
const kindOf = (seq: number) => kinds[seq % 3] ?? 'create';
const operationOf = (seq: number) => anOperation('r1', seq, { kind: kindOf(seq) });

async function fill(journal: Journal): Promise<Model> {
  const seqs = Array.from({ length: people }, (_, seq) => seq);
  const entries = seqs.map((seq) => anEntry('r1', seq, { outcome: seq % 7 === 0 ? 'failed' : 'waiting' }));
  const links = seqs.filter((seq) => seq % 2 === 0).map((seq) => aLink(String(seq)));
  await journal.createRun(aRun('r1'));
  await journal.savePlan(aRun('r1'), {
    operations: seqs.map(operationOf),
    entries,
    links,
    people: seqs.map((seq) => aKnownPerson(String(seq))),
    forgetOthers: true,
  });
  return {
    entries: new Map(entries.map((entry) => [entry.seq, entry])),
    links: new Map(links.map((link) => [link.sourceId, link])),
    open: seqs,
  };
}

async function take(each: typeof step extends fc.Arbitrary<infer T> ? T : never, journal: Journal, model: Model) {
  switch (each.do) {
    case 'settle':
      for (const seq of model.open.splice(0, each.many)) {
        const outcome = outcomes[seq % outcomes.length] ?? 'created';
        const entry = anEntry('r1', seq, { outcome, reason: 'no-work-email', at: toIsoTime(startMs + seq * 1_000) });
        const link = aLink(String(seq), { userName: `new${seq}@acme.example` });
        const operation = { ...operationOf(seq), status: 'done' as const };
        await journal.settle({ run: aRun('r1', { counts: noCounts }), operation, entry, link });
        model.entries.set(seq, entry);
        model.links.set(link.sourceId, link);
      }
      return;
    case 'retry': {
      const seq = model.open.find((one) => one >= each.at);
      if (seq === undefined) return;
      const operation = { ...operationOf(seq), status: 'in-flight' as const, attempts: 1 };
      await journal.settle({ run: aRun('r1'), operation, entry: null, link: null });
      return;
    }
    case 'dropLink': {
      const operation = { ...operationOf(people - 1), status: 'pending' as const };
      if (!model.open.includes(people - 1)) return;
      const dropLink = String(each.at) as SourceId;
      await journal.settle({ run: aRun('r1'), operation, entry: null, link: null, dropLink });
      model.links.delete(dropLink);
      return;
    }
    case 'compact':
      await journal.compact(r1);
      if (each.all) while ((await journal.compact(null)).more);
  }
}

async function compare(journal: Journal, { entries, links, open }: Model): Promise<void> {
  const bySeq = [...entries.values()].sort((a, b) => a.seq - b.seq);
  expect(await allPages(journal, { runId: r1, limit: 70 })).toEqual(bySeq);
  const byTime = bySeq.toSorted((a, b) => (a.at === b.at ? b.seq - a.seq : a.at < b.at ? 1 : -1));
  expect(await allPages(journal, { limit: 70 })).toEqual(byTime);
  expect(await allPages(journal, { sourceId: '77' as SourceId, limit: 1 })).toEqual([entries.get(77)]);
  expect(await journal.readEntry(r1, 201)).toEqual(entries.get(201));
  expect(await journal.countAttention(r1)).toBe(bySeq.filter(needsAttention).length);
  expect(await journal.readLinks()).toEqual(new Map([...links].sort(([a], [b]) => (a < b ? -1 : 1))));
  expect(await journal.readLink('200' as SourceId)).toEqual(links.get('200') ?? null);
  expect(await journal.hasLinks()).toBe(links.size > 0);
  for (const limit of [1, 100, 1_000]) {
    expect((await journal.openOperations(r1, kinds, limit)).map(({ seq }) => seq)).toEqual(open.slice(0, limit));
  }
  expect((await journal.queryPeople({ limit: 1_000 })).people).toHaveLength(people);
  expect((await journal.readPerson('77' as SourceId))?.person.displayName).toBe('Given77 Family77');
}

async function allPages(journal: Journal, query: Parameters<Journal['queryLog']>[0]): Promise<readonly LogEntry[]> {
  const found: LogEntry[] = [];
  let cursor: Json = null;
  do {
    const page: Awaited<ReturnType<Journal['queryLog']>> = await journal.queryLog({ ...query, cursor });
    found.push(...page.entries);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

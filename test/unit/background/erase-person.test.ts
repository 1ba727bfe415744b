import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { erasePerson } from '../../../entrypoints/background/erase-person.ts';
import type { SourceId } from '../../../utils/core/ids.ts';
import { openDatabase } from '../../../utils/storage/database.ts';
import { createJournal } from '../../../utils/storage/journal.ts';
import { createSettings } from '../../../utils/storage/settings.ts';
import { createBench, permissivePolicy } from '../../support/engine-bench.ts';
import { aPerson } from '../../support/journal-rows.ts';

const boss = aPerson('1', { displayName: 'Zwaan, Wilma', workEmail: 'wilma@acme.example' });
const report = aPerson('2', { manager: { email: 'wilma@acme.example', number: null, fullName: null } });
const id = '1' as SourceId;

async function synchronised() {
  const database = openDatabase({ name: 'companion', factory: new IDBFactory() });
  const journal = createJournal(database);
  const settings = createSettings(database);
  const bench = createBench({ people: [boss, report], policy: permissivePolicy, openJournal: () => journal });
  await bench.run();
  return { bench, journal, settings };
}

it('leaves no trace of a person, not even in the rows of those who report to her', async () => {
  const { bench, journal, settings } = await synchronised();
  expect(await erasePerson({ journal, settings }, id, true)).toEqual({ rows: 1 });
  const left = [
    (await journal.queryLog({ limit: 100 })).entries,
    (await journal.queryPeople({ limit: 100 })).people,
    [...(await journal.readLinks()).values()],
    await journal.listRuns(10),
  ];
  expect(JSON.stringify(left)).not.toMatch(/wilma|zwaan/i);
  expect((await settings.readPolicy()).scope.excludedPeople).toEqual(['1']);
  // Whoever is read again all the same is recognised, not created twice.
  await bench.run();
  expect(bench.target.calls.create).toBe(2);
});

it('waits for an open run to end, which still holds what it read', async () => {
  const { bench, journal, settings } = await synchronised();
  await bench.boot().engine.start({ mode: 'live', trigger: 'manual' });
  await expect(erasePerson({ journal, settings }, id, false)).rejects.toMatchObject({ code: 'run-active' });
  expect((await journal.queryLog({ sourceId: id, limit: 10 })).entries).toHaveLength(1);
});

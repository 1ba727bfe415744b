import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../utils/storage/database.ts';
import { createJournal, openJournal } from '../../../utils/storage/journal.ts';
import { migrations } from '../../../utils/storage/migrations/all.ts';
import type { Migration } from '../../../utils/storage/migrations/migration.ts';
import { aLink, aRun } from '../../support/journal-rows.ts';

/** A factory whose `open` fails as browsers do. */
function failing(name: string): IDBFactory {
  const factory = new IDBFactory();
  factory.open = () => {
    throw new DOMException('no', name);
  };
  return factory;
}

it.each([
  ['InvalidStateError', 'storage-refused'],
  ['SecurityError', 'storage-refused'],
  ['QuotaExceededError', 'storage-full'],
  ['VersionError', 'journal-newer'],
  ['DataError', 'internal'],
])('tells %s as %s', async (name, code) => {
  await expect(openJournal({ name: 'companion', factory: failing(name) }).activeRun()).rejects.toMatchObject({ code });
});

it('tries again after a refusal', async () => {
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  let refusals = 1;
  factory.open = (...args: Parameters<typeof open>) => {
    if (refusals === 0) return open(...args);
    refusals -= 1;
    throw new DOMException('no', 'InvalidStateError');
  };
  const journal = openJournal({ name: 'companion', factory });
  await expect(journal.activeRun()).rejects.toMatchObject({ code: 'storage-refused' });
  expect(await journal.activeRun()).toBeNull();
});

const later: Migration = {
  version: migrations.length + 1,
  migrate(database) {
    database.createObjectStore('later');
  },
};

it('refuses a journal that a newer version has written, and leaves it as it is', async () => {
  const factory = new IDBFactory();
  const newer = openDatabase({ name: 'companion', factory, migrations: [...migrations, later] });
  await createJournal(newer).createRun(aRun('r1'));
  newer.close();
  await expect(openJournal({ name: 'companion', factory }).activeRun()).rejects.toMatchObject({
    code: 'journal-newer',
  });
  const again = createJournal(openDatabase({ name: 'companion', factory, migrations: [...migrations, later] }));
  expect((await again.activeRun())?.id).toBe('r1');
});

it('makes way for a newer version while it is open', async () => {
  const factory = new IDBFactory();
  const older = openJournal({ name: 'companion', factory });
  await older.createRun(aRun('r1'));
  const newer = createJournal(openDatabase({ name: 'companion', factory, migrations: [...migrations, later] }));
  expect((await newer.activeRun())?.id).toBe('r1');
  await expect(older.activeRun()).rejects.toMatchObject({ code: 'journal-newer' });
});

it('leaves everything as it was when a migration fails', async () => {
  const factory = new IDBFactory();
  await openJournal({ name: 'companion', factory }).createRun(aRun('r1'));
  const broken: Migration = {
    version: migrations.length + 1,
    migrate(database) {
      database.createObjectStore('half');
      throw new DOMException('no', 'ConstraintError');
    },
  };
  const failed = openDatabase({ name: 'companion', factory, migrations: [...migrations, broken] });
  await expect(createJournal(failed).activeRun()).rejects.toMatchObject({ code: 'internal' });
  const database = openDatabase({ name: 'companion', factory });
  expect((await createJournal(database).activeRun())?.id).toBe('r1');
});

it('leaves nothing of a transaction whose work throws', async () => {
  const database = openDatabase({ name: 'companion', factory: new IDBFactory() });
  await expect(
    database.write(['links'], async (transaction) => {
      await transaction.objectStore('links').put(aLink('1'));
      throw new Error('in the middle');
    }),
  ).rejects.toMatchObject({ code: 'internal' });
  expect((await createJournal(database).readLinks()).size).toBe(0);
});

it('opens again when the browser has closed the connection', async () => {
  const factory = new IDBFactory();
  const opened: IDBDatabase[] = [];
  const open = factory.open.bind(factory);
  factory.open = (...args: Parameters<typeof open>) => {
    const request = open(...args);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  };
  const journal = openJournal({ name: 'companion', factory });
  await journal.createRun(aRun('r1'));
  opened[0]?.close();
  expect((await journal.activeRun())?.id).toBe('r1');
  expect(opened).toHaveLength(2);
});

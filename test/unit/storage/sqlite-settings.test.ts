import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import type { RunId } from '../../../utils/core/ids.ts';
import { defaultSettings } from '../../../utils/core/policy.ts';
import { openSqliteStore } from '../../../utils/storage/sqlite/sqlite-store.ts';
import { aRun } from '../../support/journal-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('keeps the choices beside the journal, and never guesses damaged ones', async () => {
  const path = join(folder, 'kept.sqlite');
  const first = openSqliteStore(path);
  expect(await first.settings.readPolicy()).toEqual(defaultSettings);
  await first.settings.savePolicy({ ...defaultSettings, keepLogDays: 7 });
  first.close();
  const second = openSqliteStore(path);
  expect(await second.settings.readPolicy()).toEqual({ ...defaultSettings, keepLogDays: 7 });
  second.close();
  const database = new DatabaseSync(path);
  database.exec(`UPDATE settings SET row = '{"policy":{}}'`);
  database.close();
  const third = openSqliteStore(path);
  await expect(third.settings.readPolicy()).rejects.toMatchObject({ code: 'journal-damaged' });
  third.close();
});

it('keeps everything of a file that the first version wrote', async () => {
  const path = join(folder, 'first.sqlite');
  const store = openSqliteStore(path);
  await store.journal.createRun(aRun('r1'));
  store.close();
  const database = new DatabaseSync(path);
  for (const table of ['people', 'settings', 'drift', 'decisions', 'blocks', 'blockIds'])
    database.exec(`DROP TABLE ${table}`);
  database.exec('PRAGMA user_version = 1');
  database.close();
  const upgraded = openSqliteStore(path);
  expect(await upgraded.journal.loadRun('r1' as RunId)).toEqual(aRun('r1'));
  expect((await upgraded.journal.queryPeople({ limit: 1 })).people).toEqual([]);
  upgraded.close();
});

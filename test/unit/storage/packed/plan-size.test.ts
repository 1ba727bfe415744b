import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { TargetId } from '../../../../utils/core/ids.ts';
import { toLogEntry } from '../../../../utils/core/log/log-row.ts';
import { toKnownPerson } from '../../../../utils/core/people/known-person.ts';
import { toIsoTime } from '../../../../utils/ports/clock.ts';
import { openSqliteStore } from '../../../../utils/storage/sqlite/sqlite-store.ts';
import { aCompany, accountOf } from '../../../support/company.ts';
import { aChange, aLink, anOperation, aRun, startMs } from '../../../support/journal-rows.ts';

const people = aCompany(3_000);

it('what a journal keeps of a company takes 40 MB for 50,000 people at most, while a run goes on too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'size-'));
  const path = join(folder, 'journal.sqlite');
  const store = openSqliteStore(path);
  const run = aRun('r1');
  const at = toIsoTime(startMs);
  const changes = people.map((person) => {
    const { targetId: _, version: __, ...after } = accountOf(person);
    return aChange(person.sourceId, { after });
  });
  await store.journal.createRun(run);
  await store.journal.saveSourceStep(run, 0, { people, managers: [], remember: [] });
  await store.journal.savePlan(run, {
    operations: changes.map((change, seq) => anOperation('r1', seq, { change, desired: change.after as never })),
    entries: changes.map((change, seq) => toLogEntry(run.id, seq, at, change, 'waiting', null)),
    links: changes.map(({ sourceId, after }) =>
      aLink(sourceId ?? '', { applied: after, targetId: crypto.randomUUID() as TargetId }),
    ),
    people: people.map((person, seq) =>
      toKnownPerson({ person, managerId: null, managerUserName: null }, new Set(), { runId: run.id, seq, at }),
    ),
    forgetOthers: true,
  });
  while ((await store.journal.compact(null)).more);
  store.close();
  // A file does not shrink by itself: what is in it counts.
  const database = new DatabaseSync(path);
  database.exec('VACUUM');
  database.close();
  const bytes = statSync(path).size;
  rmSync(folder, { recursive: true });
  expect(JSON.stringify(changes).length / people.length).toBeGreaterThan(500);
  expect(bytes / people.length).toBeLessThan(800);
});

import { CompanionError } from '../../core/errors.ts';
import type { KnownPerson } from '../../core/people/known-person.ts';
import type { Journal, PeoplePage, PeopleQuery } from '../../ports/journal.ts';
import { z } from '../../zod.ts';
import { matchesPeopleQuery } from '../people-filter.ts';
import { knownPersonRow } from '../rows/known-person-row.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { attempt } from './sqlite-runs.ts';

type PeopleMethods = Pick<Journal, 'queryPeople' | 'readPerson'>;

const rowsPerRead = 500;
const offset = z.nullable(z.int().check(z.nonnegative()));

export function createSqlitePeopleMethods(database: SqliteDatabase): PeopleMethods {
  return {
    queryPeople: (query) => database.transact(() => scan(database, query)),

    readPerson: (sourceId) =>
      database.transact(() => {
        const [row] = database.column('SELECT row FROM people WHERE sourceId = ?', sourceId);
        return row === undefined ? null : parseStored(knownPersonRow, row, 'people', sourceId);
      }),
  };
}

/** By family name; the cursor counts rows. */
function scan(database: SqliteDatabase, query: PeopleQuery): PeoplePage {
  const from = offset.safeParse(query.cursor ?? null);
  if (!from.success) throw new CompanionError('internal', { name: 'cursor' });
  const people: KnownPerson[] = [];
  for (let at = from.data ?? 0; ; ) {
    const sql = 'SELECT row FROM people ORDER BY sortKey, sourceId LIMIT ? OFFSET ?';
    const rows = database.column(sql, rowsPerRead, at);
    for (const row of rows) {
      at += 1;
      const known = attempt(() => parseStored(knownPersonRow, row, 'people', ''));
      if (!known || !matchesPeopleQuery(known, query)) continue;
      people.push(known);
      if (people.length === query.limit) return { people, next: at };
    }
    if (rows.length < rowsPerRead) return { people, next: null };
  }
}

export function putPerson(database: SqliteDatabase, known: KnownPerson): void {
  const { sourceId, sortKey } = known;
  database.run('INSERT OR REPLACE INTO people VALUES (?, ?, ?)', sourceId, sortKey, JSON.stringify(known));
}

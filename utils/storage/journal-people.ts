import { CompanionError } from '../core/errors.ts';
import type { Json } from '../core/ids.ts';
import type { KnownPerson } from '../core/people/known-person.ts';
import type { Journal, PeoplePage, PeopleQuery } from '../ports/journal.ts';
import { z } from '../zod.ts';
import type { Database, ReadTransaction } from './database.ts';
import { matchesPeopleQuery } from './people-filter.ts';
import { knownPersonRow } from './rows/known-person-row.ts';
import { parseRow, parseRows } from './rows/parse-row.ts';

type PeopleMethods = Pick<Journal, 'queryPeople' | 'readPerson'>;

const rowsPerRead = 500;
const cursorKey = z.nullable(z.tuple([z.string(), z.string()]));

export function createPeopleMethods(database: Database): PeopleMethods {
  return {
    queryPeople: (query) => database.read(['people'], async (transaction) => scan(transaction, query)),

    readPerson: (sourceId) =>
      database.read(['people'], async (transaction) => {
        const row = await transaction.objectStore('people').get(sourceId);
        return row === undefined ? null : parseRow(knownPersonRow, row, 'people', sourceId);
      }),
  };
}

/** A damaged row is left out: the next run writes it anew. */
async function scan(transaction: ReadTransaction, query: PeopleQuery): Promise<PeoplePage> {
  const after = cursorKey.safeParse(query.cursor ?? null);
  if (!after.success) throw new CompanionError('internal', { name: 'cursor' });
  const index = transaction.objectStore('people').index('byName');
  const people: KnownPerson[] = [];
  let from = after.data;
  for (;;) {
    const rows = await index.getAll(from && IDBKeyRange.lowerBound(from, true), rowsPerRead);
    for (const row of rows) {
      const [known] = parseRows(knownPersonRow, [row]);
      if (!known || !matchesPeopleQuery(known, query)) continue;
      people.push(known);
      if (people.length === query.limit) return { people, next: [row.sortKey, row.sourceId] as Json };
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsPerRead) return { people, next: null };
    from = [last.sortKey, last.sourceId];
  }
}

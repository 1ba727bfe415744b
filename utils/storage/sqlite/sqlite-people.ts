import { CompanionError } from '../../core/errors.ts';
import type { KnownPerson } from '../../core/people/known-person.ts';
import type { Journal, PeoplePage, PeopleQuery } from '../../ports/journal.ts';
import { z } from '../../zod.ts';
import type { KeyedRow } from '../packed/block.ts';
import type { BlockStore } from '../packed/block-store.ts';
import { readOrNone, walkBlocks, walkLayers } from '../packed/layered.ts';
import { peopleTable, personKey } from '../packed/tables.ts';
import { matchesPeopleQuery } from '../people-filter.ts';
import { knownPersonRow } from '../rows/known-person-row.ts';
import { parseRow, parseRows } from '../rows/parse-row.ts';
import { parseStored, type SqliteDatabase } from './sqlite-database.ts';
import { readLenient } from './sqlite-log.ts';

type PeopleMethods = Pick<Journal, 'queryPeople' | 'readPerson'>;

const rowsPerRead = 500;
const cursorKey = z.nullable(z.tuple([z.string(), z.string()]));

export function createSqlitePeopleMethods(database: SqliteDatabase, blocks: BlockStore): PeopleMethods {
  return {
    queryPeople: (query) => database.transact(() => scan(database, blocks, query)),

    readPerson: (sourceId) =>
      database.transact(async () => {
        const [text] = database.column('SELECT row FROM people WHERE sourceId = ?', sourceId);
        if (text !== undefined) return parseStored(knownPersonRow, text, 'people', sourceId);
        const isHis = ({ row }: KeyedRow) => (row as KnownPerson).sourceId === sourceId;
        for (const block of await blocks.holding('people', sourceId)) {
          const found = readOrNone(peopleTable, block).find(isHis);
          if (found) return parseRow(knownPersonRow, found.row, 'people', sourceId);
        }
        return null;
      }),
  };
}

/** By family name; the cursor is the last one given. A damaged row is left out: the next run writes it anew. */
async function scan(database: SqliteDatabase, blocks: BlockStore, query: PeopleQuery): Promise<PeoplePage> {
  const after = cursorKey.safeParse(query.cursor ?? null);
  if (!after.success) throw new CompanionError('internal', { name: 'cursor' });
  const people: KnownPerson[] = [];
  for await (const { row } of walkPeople(database, blocks, after.data)) {
    const [known] = parseRows(knownPersonRow, [row]);
    if (!known || !matchesPeopleQuery(known, query)) continue;
    people.push(known);
    if (people.length === query.limit) return { people, next: [known.sortKey, known.sourceId] };
  }
  return { people, next: null };
}

/** Somebody's loose row counts before the one in a block, also where he has another name by now. */
function walkPeople(
  database: SqliteDatabase,
  blocks: BlockStore,
  after: readonly [string, string] | null,
): AsyncIterable<KeyedRow> {
  const key = after && personKey({ sortKey: after[0], sourceId: after[1] });
  const packed = async function* () {
    let loose: ReadonlySet<unknown> | null = null;
    for await (const each of walkBlocks(peopleTable, blocks, '', key, true)) {
      loose ??= new Set(database.column('SELECT sourceId FROM people'));
      if (!loose.has((each.row as KnownPerson).sourceId)) yield each;
    }
  };
  return walkLayers(walkLoose(database, after), packed());
}

function* walkLoose(database: SqliteDatabase, after: readonly [string, string] | null): Iterable<KeyedRow> {
  const sql = 'SELECT * FROM people WHERE (sortKey, sourceId) > (?, ?) ORDER BY sortKey, sourceId LIMIT ?';
  for (let from = after ?? (['', ''] as const); ; ) {
    const rows = database.rows(sql, ...from, rowsPerRead);
    for (const row of rows) {
      from = [String(row.sortKey), String(row.sourceId)];
      yield { key: personKey({ sortKey: from[0], sourceId: from[1] }), row: readLenient(String(row.row)) };
    }
    if (rows.length < rowsPerRead) return;
  }
}

/** Everybody who is known, as these people change it. */
export async function readEveryone(
  database: SqliteDatabase,
  blocks: BlockStore,
  changed: readonly KnownPerson[],
): Promise<readonly KnownPerson[]> {
  const everyone = await database.transact(async () => {
    const known = new Map<string, KnownPerson>();
    for await (const { row } of walkPeople(database, blocks, null)) {
      for (const person of parseRows(knownPersonRow, [row])) known.set(person.sourceId, person);
    }
    return known;
  });
  for (const person of changed) everyone.set(person.sourceId, person);
  return [...everyone.values()];
}

export function putPerson(database: SqliteDatabase, known: KnownPerson): void {
  const { sourceId, sortKey } = known;
  database.run('INSERT OR REPLACE INTO people VALUES (?, ?, ?)', sourceId, sortKey, JSON.stringify(known));
}

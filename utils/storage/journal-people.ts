import { CompanionError } from '../core/errors.ts';
import type { Json } from '../core/ids.ts';
import type { KnownPerson } from '../core/people/known-person.ts';
import type { Journal, PeoplePage, PeopleQuery } from '../ports/journal.ts';
import { z } from '../zod.ts';
import { blocksIn } from './block-store.ts';
import type { Database, ReadTransaction } from './database.ts';
import type { KeyedRow } from './packed/block.ts';
import { readOrNone, walkBlocks, walkLayers } from './packed/layered.ts';
import { peopleTable, personKey } from './packed/tables.ts';
import { matchesPeopleQuery } from './people-filter.ts';
import { knownPersonRow } from './rows/known-person-row.ts';
import { parseRow, parseRows } from './rows/parse-row.ts';

type PeopleMethods = Pick<Journal, 'queryPeople' | 'readPerson'>;

const rowsPerRead = 500;
const cursorKey = z.nullable(z.tuple([z.string(), z.string()]));

export function createPeopleMethods(database: Database): PeopleMethods {
  return {
    queryPeople: (query) => database.read(['people', 'blocks'], async (transaction) => scan(transaction, query)),

    readPerson: (sourceId) =>
      database.read(['people', 'blocks'], async (transaction) => {
        let row: unknown = await transaction.objectStore('people').get(sourceId);
        for (const block of row ? [] : await blocksIn(transaction).holding('people', sourceId)) {
          const isHis = (each: unknown) => (each as KnownPerson).sourceId === sourceId;
          row = readOrNone(peopleTable, block).find((each) => isHis(each.row))?.row ?? row;
        }
        return row === undefined ? null : parseRow(knownPersonRow, row, 'people', sourceId);
      }),
  };
}

/** A damaged row is left out: the next run writes it anew. */
async function scan(transaction: ReadTransaction, query: PeopleQuery): Promise<PeoplePage> {
  const after = cursorKey.safeParse(query.cursor ?? null);
  if (!after.success) throw new CompanionError('internal', { name: 'cursor' });
  const people: KnownPerson[] = [];
  for await (const { row } of walkPeople(transaction, after.data)) {
    const [known] = parseRows(knownPersonRow, [row]);
    if (!known || !matchesPeopleQuery(known, query)) continue;
    people.push(known);
    if (people.length === query.limit) return { people, next: [known.sortKey, known.sourceId] as Json };
  }
  return { people, next: null };
}

/** By family name. Somebody's loose row counts before the one in a block, also where he has another name by now. */
async function* walkPeople(
  transaction: ReadTransaction,
  after: readonly [string, string] | null,
): AsyncGenerator<KeyedRow> {
  const blocks = blocksIn(transaction);
  const key = after && personKey({ sortKey: after[0], sourceId: after[1] });
  let loose: ReadonlySet<string> | null = null;
  const packed = async function* () {
    for await (const each of walkBlocks(peopleTable, blocks, '', key, true)) {
      loose ??= new Set(await transaction.objectStore('people').getAllKeys());
      if (!loose.has((each.row as KnownPerson).sourceId)) yield each;
    }
  };
  yield* walkLayers(walkLoose(transaction, after), packed());
}

async function* walkLoose(
  transaction: ReadTransaction,
  after: readonly [string, string] | null,
): AsyncIterable<KeyedRow> {
  const index = transaction.objectStore('people').index('byName');
  let from = after;
  for (;;) {
    const range = from && IDBKeyRange.lowerBound([...from], true);
    const rows = await index.getAll(range as IDBKeyRange | null, rowsPerRead);
    for (const row of rows) yield { key: personKey(row), row };
    const last = rows.at(-1);
    if (!last || rows.length < rowsPerRead) return;
    from = [last.sortKey, last.sourceId];
  }
}

/** Everybody who is known, as these people change it. */
export async function readEveryone(
  database: Database,
  changed: readonly KnownPerson[],
): Promise<readonly KnownPerson[]> {
  const everyone = await database.read(['people', 'blocks'], async (transaction) => {
    const known = new Map<string, KnownPerson>();
    for await (const { row } of walkPeople(transaction, null)) {
      for (const person of parseRows(knownPersonRow, [row])) known.set(person.sourceId, person);
    }
    return known;
  });
  for (const person of changed) everyone.set(person.sourceId, person);
  return [...everyone.values()];
}

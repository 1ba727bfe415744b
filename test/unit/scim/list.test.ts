import { describe, expect, test } from 'vitest';
import { pageQuery, pagingQuery, readCursor, turnPage } from '../../../utils/connectors/scim/list.ts';
import type { TargetProfile } from '../../../utils/connectors/scim/profile.ts';
import { javeloProfile } from '../../../utils/connectors/scim/profiles/javelo.ts';
import { listResponseSchema } from '../../../utils/connectors/scim/schemas.ts';
import type { Account } from '../../../utils/core/account.ts';
import type { Json } from '../../../utils/core/ids.ts';

const paged = (paging: Partial<TargetProfile['paging']>): TargetProfile => ({
  ...javeloProfile,
  paging: { ...javeloProfile.paging, pageSize: 2, ...paging },
});
const profile = paged({});

type Answer = (query: Readonly<Record<string, string>>) => unknown;

/** Reads a list that a function answers, with every cursor sent through JSON. */
function readAll(answer: Answer, using = profile): { ids: string[]; requests: Readonly<Record<string, string>>[] } {
  const accounts: Account[] = [];
  const requests: Readonly<Record<string, string>>[] = [];
  let json: Json = null;
  do {
    const cursor = readCursor(json, using);
    const query = pageQuery(cursor, using);
    requests.push(query);
    const page = turnPage(cursor, listResponseSchema.parse(answer(query)), using);
    accounts.push(...page.accounts);
    json = JSON.parse(JSON.stringify(page.next)) as Json;
  } while (json !== null && requests.length < 20);
  return { ids: accounts.map(({ targetId }) => targetId), requests };
}

/** A server that honours one parameter and gives at most `most` a page. */
function server(
  ids: readonly string[],
  options: { honours?: string; most?: number; total?: (page: number) => unknown },
): Answer {
  const { honours = 'start_index', most = 2, total = () => ids.length } = options;
  return (query) => {
    const from = Number(query[honours] ?? 1) - 1;
    const page = ids.slice(from, from + Math.min(most, Number(query.count)));
    return { totalResults: total(page.length), Resources: page.map((id) => ({ id, userName: id })) };
  };
}

const five = ['a', 'b', 'c', 'd', 'e'];

describe('a list in pages', () => {
  test('asks as the profile says', () => {
    expect(pagingQuery('start_index', 3, 50)).toEqual({ start_index: '3', count: '50' });
    expect(pagingQuery('startIndex', 3, 50)).toEqual({ startIndex: '3', count: '50' });
    expect(pagingQuery('both', 3, 50)).toEqual({ startIndex: '3', start_index: '3', count: '50' });
  });

  test('reads everybody once, in ⌈N/page⌉ requests', () => {
    const { ids, requests } = readAll(server(five, {}));
    expect(ids).toEqual(five);
    expect(requests.map((query) => query.start_index)).toEqual(['1', '3', '5']);
  });

  test('a server may give fewer than asked for', () => {
    expect(readAll(server(five, { most: 1 })).ids).toEqual(five);
  });

  test('switches to the other parameter once when a page comes round', () => {
    const { ids, requests } = readAll(server(five, { honours: 'startIndex' }));
    expect(ids).toEqual(five);
    expect(requests).toHaveLength(4);
    expect(requests.slice(2).every((query) => 'startIndex' in query && !('start_index' in query))).toBe(true);
  });

  test.each([profile, paged({ alternative: null }), paged({ parameter: 'both' })])(
    'gives up where the list comes round whatever is sent',
    (using) => {
      const repeating = server(five, { honours: 'nothing' });
      expect(() => readAll(repeating, using)).toThrow(expect.objectContaining({ code: 'target-page-repeated' }));
    },
  );

  test('without a total, goes on until a page is empty', () => {
    const { ids, requests } = readAll(server(five, { total: () => undefined }));
    expect(ids).toEqual(five);
    expect(requests).toHaveLength(4);
  });

  test('a total that only counts the page hides nobody', () => {
    expect(readAll(server(five, { total: (page) => page })).ids.length).toBe(5);
    expect(readAll(server(five, { total: (page) => page, most: 1 }), paged({ totalsTrusted: false })).ids).toEqual(
      five,
    );
  });

  test('a total as text is a number', () => {
    expect(readAll(server(five, { total: () => '5' })).requests).toHaveLength(3);
  });

  test('a list that moves or does not add up is refused', () => {
    const unstable = expect.objectContaining({ code: 'target-list-unstable', retryable: true });
    // Somebody was put in front while it was read: "b" comes again, and the new one would be missed.
    const shifted: Answer = (query) =>
      query.start_index === '1' ? server(five, {})(query) : server(['new', ...five], {})(query);
    expect(() => readAll(shifted)).toThrow(unstable);
    // Somebody was taken out: "c" would be missed.
    const shrunken: Answer = (query) =>
      query.start_index === '1' ? server(five, {})(query) : server(five.slice(1), {})(query);
    expect(() => readAll(shrunken)).toThrow(unstable);
    // Fewer than were announced.
    expect(() => readAll(server(five, { total: () => 9 }))).toThrow(unstable);
    // One of them twice.
    expect(() => readAll(server(['a', 'a', 'b'], {}))).toThrow(unstable);
  });

  test('an empty list', () => {
    expect(readAll(() => ({ totalResults: 0 })).ids).toEqual([]);
    expect(readAll(() => ({ Resources: [] })).ids).toEqual([]);
    expect(readAll(() => ({ RESOURCES: null, TotalResults: 0 })).ids).toEqual([]);
  });

  test('what is no list is none', () => {
    for (const body of [{}, { totalResults: 3 }, [], 'x', null, { Resources: [{ userName: 'no id' }] }]) {
      expect(listResponseSchema.safeParse(body).success).toBe(false);
    }
  });

  test('a cursor of another kind begins anew', () => {
    for (const odd of [7, 'x', { startIndex: -1 }, {}])
      expect(readCursor(odd, profile)).toEqual(readCursor(null, profile));
  });
});

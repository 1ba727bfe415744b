import { describe, expect, it } from 'vitest';
import { open, person, type Send } from './scim-client.ts';

const people = (count: number) => Array.from({ length: count }, (_, at) => person(`p${at + 1}@acme.example`));

async function names(send: Send, path: string): Promise<string[]> {
  const { json } = await send('GET', path);
  return json.Resources.map((user) => user.userName.replace(/@.*/, ''));
}

describe('lists', () => {
  it('pages with either parameter, in creation order, to an empty last page', async () => {
    const { javelo, send } = open('javelo');
    javelo.plant(people(5));
    expect(await names(send, '/Users?start_index=1&count=3')).toEqual(['p1', 'p2', 'p3']);
    expect(await names(send, '/Users?startIndex=4&count=3')).toEqual(['p4', 'p5']);
    const { json } = await send('GET', '/Users?startIndex=6');
    expect(json).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 5,
      startIndex: 6,
      itemsPerPage: 0,
      Resources: [],
    });
  });

  it('reads what is below the range as RFC 7644 §3.4.2.4 says', async () => {
    const { javelo, send } = open('rfc');
    javelo.plant(people(3));
    expect(await names(send, '/Users?startIndex=-2&count=1')).toEqual(['p1']);
    const { json } = await send('GET', '/Users?count=-1');
    expect(json).toMatchObject({ totalResults: 3, itemsPerPage: 0, Resources: [] });
    expect((await send('GET', '/Users?count=many')).status).toBe(400);
  });

  it.each([
    ['start_index', 'startIndex'],
    ['startIndex', 'start_index'],
  ])('paginationParam %s does not hear %s', async (heard, unheard) => {
    const { javelo, send } = open('javelo', { paginationParam: heard });
    javelo.plant(people(4));
    expect(await names(send, `/Users?${heard}=3&count=2`)).toEqual(['p3', 'p4']);
    const deaf = await send('GET', `/Users?${unheard}=3&count=2`);
    expect(deaf.json.startIndex).toBe(1);
    expect(deaf.json.Resources[0]?.userName).toBe('p1@acme.example');
  });

  it('defaultCount and maxCount bound the page', async () => {
    const { javelo, send } = open('javelo', { defaultCount: 2, maxCount: 3 });
    javelo.plant(people(9));
    expect(await names(send, '/Users')).toHaveLength(2);
    expect(await names(send, '/Users?count=50')).toHaveLength(3);
  });

  it('totalResults off leaves the total out', async () => {
    const { javelo, send } = open('javelo', { totalResults: 'off' });
    javelo.plant(people(1));
    expect((await send('GET', '/Users')).json).not.toHaveProperty('totalResults');
  });

  it('listInactive no hides disabled accounts from lists and filters, not from a look by id', async () => {
    const { javelo, send } = open('javelo', { listInactive: 'no' });
    javelo.plant([person('on@acme.example'), { ...person('off@acme.example'), id: 'off', active: false }]);
    expect(await names(send, '/Users')).toEqual(['on']);
    expect(await names(send, '/Users?filter=userName%20eq%20off@acme.example')).toEqual([]);
    expect((await send('GET', '/Users/off')).json.active).toBe(false);
    javelo.configure({ listInactive: 'yes' });
    expect(await names(send, '/Users')).toEqual(['on', 'off']);
  });

  it.each([
    ['duplicate', ['p1', 'p2', 'p2', 'p3', 'p4', 'p5'], 6],
    ['skip', ['p1', 'p2', 'p4', 'p5'], 4],
  ])('unstablePages %s', async (unstablePages, seen, total) => {
    const { javelo, send } = open('javelo', { unstablePages });
    javelo.plant(people(5));
    const pages = [];
    for (const start of [1, 3, 5]) pages.push(...(await names(send, `/Users?startIndex=${start}&count=2`)));
    expect(pages).toEqual(seen);
    expect((await send('GET', '/Users?startIndex=3&count=2')).json.totalResults).toBe(total);
  });

  it('unstablePages skip-once heals', async () => {
    const { javelo, send } = open('javelo', { unstablePages: 'skip-once' });
    javelo.plant(people(4));
    expect(await names(send, '/Users?startIndex=3')).toEqual(['p4']);
    expect(await names(send, '/Users?startIndex=3')).toEqual(['p3', 'p4']);
  });

  it('repeatPage on shows the first page for ever', async () => {
    const { javelo, send } = open('javelo', { repeatPage: 'on' });
    javelo.plant(people(4));
    expect(await names(send, '/Users?startIndex=3&count=2')).toEqual(['p1', 'p2']);
  });
});

import { describe, expect, it } from 'vitest';
import { CORE, create, ENTERPRISE, JAVELO, open, patch, person } from './scim-client.ts';

const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

describe('the rfc profile', () => {
  it('wants the schema of the body and its media type', async () => {
    const { send } = open('rfc');
    expect((await send('POST', '/Users', { userName: 'ann' })).json.scimType).toBe('invalidSyntax');
    expect((await send('POST', '/Users', '{"userName":')).json.scimType).toBe('invalidSyntax');
    expect((await send('POST', '/Users', [])).json.scimType).toBe('invalidSyntax');
    expect((await send('POST', '/Users', person('ann'), { 'content-type': 'text/plain' })).status).toBe(415);
    const plain = await send('POST', '/Users', person('ann'), { 'content-type': 'application/json; charset=utf-8' });
    expect([plain.status, plain.headers['content-type']]).toEqual([201, 'application/scim+json; charset=utf-8']);
  });

  it('reads attribute names in any case, ignores what is read-only or unknown, takes null for unassigned', async () => {
    const { javelo, send } = open('rfc', {}, () => Date.UTC(2026, 0, 5));
    const body = {
      SCHEMAS: [CORE],
      schemas: [CORE],
      id: 'mine',
      meta: { created: '1999-01-01' },
      USERNAME: 'ann',
      Name: { FAMILYNAME: 'Vries' },
      shoeSize: 42,
      title: null,
      emails: [],
    };
    const { status, json } = await send('POST', '/Users', body);
    expect(status).toBe(201);
    expect(json.id).not.toBe('mine');
    expect(javelo.users()).toEqual([
      {
        schemas: [CORE],
        id: json.id,
        userName: 'ann',
        name: { familyName: 'Vries' },
        active: true,
        meta: {
          resourceType: 'User',
          created: '2026-01-05T00:00:00.000Z',
          lastModified: '2026-01-05T00:00:00.000Z',
          version: 'W/"1"',
        },
      },
    ]);
  });

  it('attributes and excludedAttributes', async () => {
    const { send } = open('rfc');
    const id = await create(send, 'ann', { title: 'x', [ENTERPRISE]: { department: 'd', division: 'v' } });
    const names = (body: object) => Object.keys(body).sort();
    const some = await send('GET', `/Users/${id}?attributes=userName,name.givenName,${ENTERPRISE}:division`);
    expect(names(some.json)).toEqual(['id', 'name', 'schemas', ENTERPRISE, 'userName'].sort());
    expect(some.json).toMatchObject({ name: { givenName: 'Jan' }, [ENTERPRISE]: { division: 'v' } });
    const list = await send('GET', `/Users?excludedAttributes=name.givenName,TITLE,meta`);
    expect(names(list.json.Resources[0] ?? {})).toEqual(
      ['active', 'id', 'name', 'schemas', ENTERPRISE, 'userName'].sort(),
    );
    expect(list.json.Resources[0]?.name).toEqual({ familyName: 'Jansen' });
    expect((await send('GET', '/Users?attributes=a&excludedAttributes=b')).status).toBe(400);
  });

  it('search by POST, for one type and for all', async () => {
    const { send } = open('rfc');
    await create(send, 'ann');
    await create(send, 'bob');
    await send('POST', '/Groups', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'G' });
    const query = { schemas: [SEARCH], filter: 'userName eq "bob"', attributes: ['userName'], startIndex: 1, count: 5 };
    const { json } = await send('POST', '/Users/.search', query);
    expect(json.Resources).toEqual([{ schemas: [CORE], id: expect.any(String), userName: 'bob' }]);
    expect((await send('POST', '/.search', { schemas: [SEARCH] })).json.totalResults).toBe(3);
    expect((await send('POST', '/.search', {})).json.scimType).toBe('invalidSyntax');
  });

  it('versions: ETag, If-Match and If-None-Match', async () => {
    const { send } = open('rfc');
    const id = await create(send, 'ann');
    const first = await send('GET', `/Users/${id}`);
    expect([first.headers.etag, first.json.meta.version]).toEqual(['W/"1"', 'W/"1"']);
    expect((await send('GET', `/Users/${id}`, undefined, { 'if-none-match': 'W/"1"' })).status).toBe(304);
    const retitle = (version: string, title: string) =>
      send('PATCH', `/Users/${id}`, patch({ op: 'replace', path: 'title', value: title }), { 'if-match': version });
    expect((await retitle('W/"1"', 'a')).headers.etag).toBe('W/"2"');
    const late = await retitle('W/"1"', 'b');
    expect([late.status, late.json.status]).toEqual([412, '412']);
    expect((await retitle('*', 'c')).status).toBe(200);
    expect((await send('PUT', `/Users/${id}`, person('ann'), { 'if-match': 'W/"1"' })).status).toBe(412);
    expect((await send('DELETE', `/Users/${id}`, undefined, { 'if-match': 'W/"1"' })).status).toBe(412);
    expect((await send('DELETE', `/Users/${id}`, undefined, { 'if-match': 'W/"3"' })).status).toBe(204);
  });

  it('PUT replaces: what is left out is cleared', async () => {
    const { javelo, send } = open('rfc');
    const id = await create(send, 'ann', { title: 'x', externalId: '7' });
    const { json } = await send('PUT', `/Users/${id}`, person('anna', { locale: 'nl' }));
    expect(json).toMatchObject({ id, userName: 'anna', locale: 'nl' });
    expect(javelo.users()[0]).not.toHaveProperty('title');
    expect(javelo.users()[0]).not.toHaveProperty('externalId');
    expect((await send('PUT', '/Users/nobody', person('x'))).status).toBe(404);
  });

  it('discovery tells what is there', async () => {
    const { send } = open('rfc');
    const { json } = await send('GET', '/ServiceProviderConfig');
    expect(json).toMatchObject({
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 1_048_576 },
      filter: { supported: true, maxResults: 200 },
      etag: { supported: true },
    });
    const schemas = await send('GET', '/Schemas');
    expect(schemas.json.Resources.map((schema) => schema.id)).toEqual([
      CORE,
      ENTERPRISE,
      JAVELO,
      'urn:ietf:params:scim:schemas:core:2.0:Group',
    ]);
    expect((await send('GET', `/Schemas/${JAVELO}`)).text).toContain('"managerUserName"');
    expect((await send('GET', '/ResourceTypes/User')).json).toMatchObject({ endpoint: '/Users', schema: CORE });
    expect((await send('GET', '/Schemas/urn:none')).status).toBe(404);
    expect((await send('GET', '/Schemas?filter=id%20pr')).status).toBe(403);
  });

  it('unknown places and methods', async () => {
    const { send } = open('rfc');
    expect((await send('GET', '/Me')).status).toBe(404);
    expect((await send('GET', '/Users/a/b')).status).toBe(404);
    expect((await send('DELETE', '/Users')).status).toBe(405);
  });
});

describe('bulk', () => {
  const user = (bulkId: string, userName: string, more: object = {}) => ({
    method: 'POST',
    path: '/Users',
    bulkId,
    data: person(userName, more),
  });
  const manager = (reference: string) => ({ [ENTERPRISE]: { manager: { value: `bulkId:${reference}` } } });

  it('resolves bulkIds forwards and backwards and tells each outcome', async () => {
    const { javelo, send } = open('rfc');
    const old = await create(send, 'old');
    const { status, json } = await send('POST', '/Bulk', {
      schemas: [BULK],
      Operations: [
        user('early', 'ann', manager('boss')),
        user('boss', 'boss'),
        user('twin', 'OLD'),
        { method: 'PATCH', path: `/Users/${old}`, data: patch({ op: 'replace', path: 'title', value: 't' }) },
        { method: 'PATCH', path: '/Users/bulkId:boss', data: patch({ op: 'replace', path: 'title', value: 'b' }) },
        { method: 'DELETE', path: '/Users/nobody' },
      ],
    });
    expect(status).toBe(200);
    expect(json.Operations.map((one) => [one.bulkId, one.status])).toEqual([
      ['early', '201'],
      ['boss', '201'],
      ['twin', '409'],
      [undefined, '200'],
      [undefined, '200'],
      [undefined, '404'],
    ]);
    expect(json.Operations[2]?.response).toMatchObject({ scimType: 'uniqueness', status: '409' });
    const boss = javelo.users().find((one) => one.userName === 'boss');
    expect(json.Operations[1]?.location).toBe(`http://javelo.test/scim/v2/Users/${boss?.id}`);
    expect(boss?.title).toBe('b');
    expect(javelo.users().find((one) => one.userName === 'ann')?.[ENTERPRISE]).toMatchObject({
      manager: { value: boss?.id },
    });
    expect(javelo.requests()).toEqual({ 'POST /Users': 1, 'POST /Bulk': 1 });
  });

  it('a circle is a conflict; failOnErrors stops', async () => {
    const { javelo, send } = open('rfc');
    const circle = [user('a', 'a', manager('b')), user('b', 'b', manager('a'))];
    const first = await send('POST', '/Bulk', { schemas: [BULK], Operations: circle });
    expect(first.json.Operations.map((one) => one.status)).toEqual(['409', '409']);
    const gone = { method: 'DELETE', path: '/Users/nobody' };
    const stop = { schemas: [BULK], failOnErrors: 1, Operations: [gone, user('c', 'c')] };
    expect((await send('POST', '/Bulk', stop)).json.Operations).toHaveLength(1);
    expect(javelo.users()).toEqual([]);
  });

  it('413 for too many and for too much, 404 where it is off', async () => {
    const { javelo, send } = open('rfc', { bulkMaxOperations: 1 });
    const two = { schemas: [BULK], Operations: [user('a', 'a'), user('b', 'b')] };
    expect((await send('POST', '/Bulk', two)).status).toBe(413);
    javelo.configure({ bulkMaxOperations: 2, bulkMaxPayloadSize: 100 });
    expect((await send('POST', '/Bulk', two)).status).toBe(413);
    javelo.configure({ bulkMaxPayloadSize: 10_000, bulk: 404 });
    expect((await send('POST', '/Bulk', two)).status).toBe(404);
    javelo.configure({ bulk: 'on' });
    expect((await send('POST', '/Bulk', two)).status).toBe(200);
  });
});

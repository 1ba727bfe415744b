import { describe, expect, it } from 'vitest';
import { CORE, filter, open, person } from './scim-client.ts';

/** The steps of Okta's own test suite for a SCIM service (javelo-scim.md §5.1). */
describe.each(['javelo', 'rfc'] as const)('Okta against the %s profile', (profile) => {
  const ann = person('ann@acme.example', {
    emails: [{ primary: true, value: 'ann@acme.example', type: 'work' }],
    displayName: 'Ann',
    locale: 'en-US',
    externalId: '00ujl29u0le5T6Aj10h7',
    groups: [],
    password: '1mz050nq',
  });

  it('reads a page and one user', async () => {
    const { javelo, send } = open(profile);
    javelo.plant([person('old@acme.example')]);
    const { json } = await send('GET', '/Users?count=1&startIndex=1');
    const [user] = json.Resources;
    expect(json).toMatchObject({ itemsPerPage: 1, startIndex: 1, totalResults: 1 });
    expect(user).toMatchObject({
      id: expect.any(String),
      active: true,
      name: { familyName: 'Jansen', givenName: 'Jan' },
      emails: [{ value: 'old@acme.example' }],
    });
    expect((await send('GET', `/Users/${user?.id}`)).json).toEqual(user);
  });

  it('answers 404 with a SCIM error for an unknown id', async () => {
    const { status, json } = await open(profile).send('GET', '/Users/00919288221112222');
    expect(status).toBe(404);
    expect(json).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '404',
      detail: expect.stringContaining('00919288221112222'),
    });
  });

  it('creates, finds, refuses the second, renames nobody, disables', async () => {
    const { send } = open(profile);
    expect((await send('GET', filter('userName eq "ann@acme.example"'))).json.totalResults).toBe(0);
    const created = await send('POST', '/Users', ann);
    expect(created.status).toBe(201);
    expect(created.headers.location).toBe(`http://javelo.test/scim/v2/Users/${created.json.id}`);
    expect(created.json.meta.location).toBe(created.headers.location);
    expect(created.json.schemas).toEqual([CORE]);
    expect(created.text).not.toContain('1mz050nq');
    expect((await send('GET', filter('userName eq "ann@acme.example"'))).json.Resources[0]?.id).toBe(created.json.id);
    expect((await send('POST', '/Users', ann)).status).toBe(409);
    const off = {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', value: { active: false } }],
    };
    expect((await send('PATCH', `/Users/${created.json.id}`, off)).json.active).toBe(false);
    const on = { ...off, Operations: [{ op: 'replace', value: { active: true } }] };
    expect((await send('PATCH', `/Users/${created.json.id}`, on)).json.active).toBe(true);
  });

  it('wants the token', async () => {
    const { javelo, send } = open(profile);
    expect((await send('GET', '/Users', undefined, { authorization: 'Bearer other' })).status).toBe(401);
    const { status, json, headers } = await send('GET', '/Users', undefined, { authorization: '' });
    expect([status, json.status, headers['www-authenticate']]).toEqual([401, '401', 'Bearer realm="scim"']);
    javelo.setToken('next');
    expect((await send('GET', '/Users')).status).toBe(401);
    expect((await send('GET', '/Users', undefined, { authorization: 'Bearer next' })).status).toBe(200);
  });
});

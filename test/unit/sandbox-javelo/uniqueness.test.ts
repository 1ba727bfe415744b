import { describe, expect, it } from 'vitest';
import { create, open, patch, person } from './scim-client.ts';

describe('uniqueness', () => {
  it('holds for userName without case, on create and on rename, also towards disabled accounts', async () => {
    const { javelo, send } = open('javelo');
    javelo.plant([person('Ann@acme.example', { active: false })]);
    const twin = await send('POST', '/Users', person('aNN@ACME.example'));
    expect([twin.status, twin.json.scimType, twin.json.status]).toEqual([409, 'uniqueness', '409']);
    const id = await create(send, 'bob@acme.example');
    const rename = (userName: string) =>
      send('PATCH', `/Users/${id}`, patch({ op: 'Replace', path: 'userName', value: userName }));
    expect((await rename('ann@ACME.example')).status).toBe(409);
    expect((await rename('BOB@acme.example')).json.userName).toBe('BOB@acme.example');
    expect((await rename('cy@acme.example')).status).toBe(200);
    expect((await send('POST', '/Users', person('bob@acme.example'))).status).toBe(201);
  });

  it('holds for externalId only with externalIdUnique', async () => {
    const { javelo, send } = open('javelo');
    await create(send, 'a@acme.example', { externalId: '7' });
    await create(send, 'b@acme.example', { externalId: '7' });
    javelo.configure({ externalIdUnique: 'on' });
    expect((await send('POST', '/Users', person('c@acme.example', { externalId: '7' }))).status).toBe(409);
    expect((await send('POST', '/Users', person('c@acme.example', { externalId: '8' }))).status).toBe(201);
  });

  it('createInvisible refuses somebody whom no list shows', async () => {
    const { send } = open('javelo', { createInvisible: ['ghost@acme.example'] });
    expect((await send('POST', '/Users', person('Ghost@acme.example'))).status).toBe(409);
    expect((await send('GET', '/Users')).json.totalResults).toBe(0);
  });

  it('userNameCase lower changes what is stored', async () => {
    const { javelo, send } = open('javelo', { userNameCase: 'lower' });
    await create(send, 'Ann@ACME.example');
    expect(javelo.users()[0]?.userName).toBe('ann@acme.example');
    javelo.configure({ userNameCase: 'preserve' });
    await create(send, 'Bob@ACME.example');
    expect(javelo.users()[1]?.userName).toBe('Bob@ACME.example');
  });

  it('userNameCase exact takes another case for another login', async () => {
    const { javelo, send } = open('javelo', { userNameCase: 'exact' });
    await create(send, 'Ann@ACME.example');
    await create(send, 'ann@acme.example');
    const found = await send('GET', '/Users?filter=userName%20eq%20%22ann@acme.example%22');
    expect(found.json.Resources).toMatchObject([{ id: javelo.users()[1]?.id }]);
    expect((await send('POST', '/Users', person('ann@acme.example'))).status).toBe(409);
  });

  it('a deleted account does not stand in the way of a new one', async () => {
    const { javelo, send } = open('rfc');
    const first = await create(send, 'ann');
    expect((await send('DELETE', `/Users/${first}`)).status).toBe(204);
    expect((await send('GET', `/Users/${first}`)).status).toBe(404);
    const second = await create(send, 'ann');
    expect(second).not.toBe(first);
    expect(javelo.users().map((user) => user.id)).toEqual([second]);
  });
});

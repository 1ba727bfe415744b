import { describe, expect, it } from 'vitest';
import { CORE, create, ENTERPRISE, filter, JAVELO, open, PATCH_OP, patch, person } from './scim-client.ts';

describe.each(['javelo', 'rfc'] as const)('Entra against the %s profile', (profile) => {
  it('tests the connection by looking for somebody who is not there', async () => {
    const { send } = open(profile);
    const { status, json } = await send('GET', filter('userName eq "a8f3e2c1-random"'));
    expect(status).toBe(200);
    expect(json).toMatchObject({ totalResults: 0, Resources: [] });
    expect((await send('GET', '/Users/a8f3e2c1-random')).status).toBe(404);
  });

  it('capitalised operations, value paths that do not exist yet, extension paths', async () => {
    const { send } = open(profile);
    const id = await create(send, 'ann@acme.example');
    const answer = await send(
      'PATCH',
      `/Users/${id}`,
      patch(
        { op: 'Add', path: 'phoneNumbers[type eq "work"].value', value: '+31201234567' },
        { op: 'Replace', path: 'name.familyName', value: 'de Vries' },
        { op: 'Add', path: `${ENTERPRISE}:department`, value: 'Bakery' },
        { op: 'Replace', path: 'title', value: 'Baker' },
      ),
    );
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      schemas: [CORE, ENTERPRISE],
      name: { givenName: 'Jan', familyName: 'de Vries' },
      phoneNumbers: [{ type: 'work', value: '+31201234567' }],
      title: 'Baker',
      [ENTERPRISE]: { department: 'Bakery' },
    });
    await send('PATCH', `/Users/${id}`, patch({ op: 'Remove', path: 'phoneNumbers[type eq "work"]' }));
    expect((await send('GET', `/Users/${id}`)).json).not.toHaveProperty('phoneNumbers');
  });

  it('dotted and urn keys without a path', async () => {
    const { send } = open(profile);
    const id = await create(send, 'ann@acme.example');
    const value = {
      'name.givenName': 'Anna',
      displayName: 'Anna J.',
      'phoneNumbers[type eq "mobile"].value': '+31612345678',
      [`${ENTERPRISE}:employeeNumber`]: '42',
      [JAVELO]: { grade: 'senior' },
    };
    const { json, status } = await send('PATCH', `/Users/${id}`, patch({ op: 'Add', value }));
    expect(status).toBe(200);
    expect(json).toMatchObject({
      name: { givenName: 'Anna', familyName: 'Jansen' },
      displayName: 'Anna J.',
      phoneNumbers: [{ type: 'mobile', value: '+31612345678' }],
      [ENTERPRISE]: { employeeNumber: '42' },
      [JAVELO]: { grade: 'senior' },
    });
  });

  it('disables with the string "False", unless activeString is rejected', async () => {
    const { javelo, send } = open(profile);
    const id = await create(send, 'ann@acme.example');
    const off = patch({ op: 'Replace', path: 'active', value: 'False' });
    expect((await send('PATCH', `/Users/${id}`, off)).json.active).toBe(false);
    expect((await send('PATCH', `/Users/${id}`, patch({ op: 'Replace', value: { active: 'True' } }))).json.active).toBe(
      true,
    );
    javelo.configure({ activeString: 'rejected' });
    expect((await send('PATCH', `/Users/${id}`, off)).json.scimType).toBe('invalidValue');
    expect(javelo.users()[0]?.active).toBe(true);
  });

  it('a manager by id, also as a list of one', async () => {
    const { javelo, send } = open(profile);
    const boss = await create(send, 'boss@acme.example');
    const id = await create(send, 'ann@acme.example');
    const operation = { op: 'Add', path: `${ENTERPRISE}:manager`, value: [{ $ref: `../Users/${boss}`, value: boss }] };
    expect((await send('PATCH', `/Users/${id}`, patch(operation))).status).toBe(200);
    expect(javelo.users()[1]).toMatchObject({
      [ENTERPRISE]: { manager: { value: boss } },
      [JAVELO]: { managerUserName: 'boss@acme.example' },
    });
    const other = patch({ op: 'Replace', path: `${ENTERPRISE}:manager`, value: null });
    expect((await send('PATCH', `/Users/${id}`, other)).json).not.toHaveProperty([JAVELO]);
  });

  it('group members in and out, by list and by value path', async () => {
    const { javelo, send } = open(profile);
    const [a, b] = [await create(send, 'a@acme.example'), await create(send, 'b@acme.example')];
    const group = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'Bakers' };
    const { id } = (await send('POST', '/Groups', group)).json;
    const change = async (operation: object) => {
      const { status } = await send('PATCH', `/Groups/${id}`, patch(operation));
      expect(status).toBe(profile === 'rfc' ? 204 : 200);
      const { json } = await send('GET', `/Groups/${id}`);
      return json.members.map((member) => member.value);
    };
    expect(await change({ op: 'Add', path: 'members', value: [{ value: a }, { value: b }] })).toEqual([a, b]);
    expect(await change({ op: 'Add', path: 'members', value: [{ value: a }] })).toEqual([a, b]);
    expect(await change({ op: 'Remove', path: 'members', value: [{ value: a }] })).toEqual([b]);
    expect(await change({ op: 'Remove', path: `members[value eq "${b}"]` })).toEqual([]);
    expect(
      (await send('GET', `/Groups?filter=${encodeURIComponent('displayName eq "bakers"')}`)).json.totalResults,
    ).toBe(1);
    javelo.configure({ groupPatchAnswer: profile === 'rfc' ? 200 : 204 });
    expect((await send('PATCH', `/Groups/${id}`, patch({ op: 'Replace', value: { displayName: 'B' } }))).status).toBe(
      profile === 'rfc' ? 200 : 204,
    );
  });
});

describe('PATCH', () => {
  it('is all or nothing', async () => {
    const { javelo, send } = open('javelo');
    const id = await create(send, 'ann@acme.example', { title: 'Baker' });
    const body = patch(
      { op: 'replace', path: 'title', value: 'Chef' },
      { op: 'replace', path: 'active', value: 'maybe' },
    );
    expect((await send('PATCH', `/Users/${id}`, body)).status).toBe(400);
    expect(javelo.users()[0]?.title).toBe('Baker');
  });

  it('null clears, for a core attribute, a sub-attribute and an extension', async () => {
    const { javelo, send } = open('javelo');
    const boss = await create(send, 'boss@acme.example');
    const id = await create(send, 'ann@acme.example', {
      title: 'Baker',
      name: { givenName: 'A', familyName: 'B', middleName: 'C' },
      [JAVELO]: { managerUserName: 'boss@acme.example', gender: 'female' },
    });
    const clear = (path: string) => ({ op: 'Replace', path, value: null });
    await send(
      'PATCH',
      `/Users/${id}`,
      patch(clear('title'), clear('name.middleName'), clear(`${JAVELO}:managerUserName`), clear(`${JAVELO}:gender`)),
    );
    const user = javelo.users()[1];
    expect(user).not.toHaveProperty('title');
    expect(user?.name).toEqual({ givenName: 'A', familyName: 'B' });
    expect(user).not.toHaveProperty([JAVELO]);
    expect(user).not.toHaveProperty([ENTERPRISE]);
    expect(boss).not.toBe(id);
  });

  it('an add to a list appends, one primary stays', async () => {
    const { send } = open('rfc');
    const id = await create(send, 'ann', { emails: [{ value: 'a@x.example', type: 'work', primary: true }] });
    const more = [{ value: 'b@x.example', type: 'home', primary: true }];
    const { json } = await send('PATCH', `/Users/${id}`, patch({ op: 'add', path: 'emails', value: more }));
    expect(json.emails).toEqual([
      { value: 'a@x.example', type: 'work', primary: false },
      { value: 'b@x.example', type: 'home', primary: true },
    ]);
  });

  it.each([
    [{ op: 'remove' }, 'noTarget'],
    [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'x' }, 'noTarget'],
    [{ op: 'replace', path: 'nosuch', value: 'x' }, 'invalidPath'],
    [{ op: 'replace', path: 'emails[type', value: 'x' }, 'invalidPath'],
    [{ op: 'replace', path: `${JAVELO}:shoeSize`, value: '42' }, 'invalidPath'],
    [{ op: 'increase', path: 'title', value: 'x' }, 'invalidSyntax'],
    [{ op: 'delete', path: 'title' }, 'invalidSyntax'],
    [{ op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    [{ op: 'remove', path: 'userName' }, 'invalidValue'],
    [{ op: 'replace', path: 'title', value: 7 }, 'invalidValue'],
    [{ op: 'add', value: 'x' }, 'invalidValue'],
  ])('the rfc profile refuses %j as %s', async (operation, scimType) => {
    const { send } = open('rfc');
    const id = await create(send, 'ann');
    const { status, json } = await send('PATCH', `/Users/${id}`, patch(operation));
    expect({ status, scimType: json.scimType, text: json.status }).toEqual({ status: 400, scimType, text: '400' });
  });

  it('the rfc profile wants the PatchOp schema', async () => {
    const { send } = open('rfc');
    const id = await create(send, 'ann');
    const operations = [{ op: 'replace', path: 'title', value: 'x' }];
    expect((await send('PATCH', `/Users/${id}`, { Operations: operations })).json.scimType).toBe('invalidSyntax');
    expect((await send('PATCH', `/Users/${id}`, { schemas: [PATCH_OP], Operations: operations })).status).toBe(200);
  });

  it('patchOps, patchNoPath, patchNoTarget and patchAnswer', async () => {
    const { javelo, send } = open('javelo');
    const id = await create(send, 'ann@acme.example', { title: 'Baker' });
    const go = async (operation: object) => (await send('PATCH', `/Users/${id}`, patch(operation))).status;
    expect(await go({ op: 'delete', path: 'title' })).toBe(200);
    expect(javelo.users()[0]).not.toHaveProperty('title');
    javelo.configure({ patchOps: 'anyCase' });
    expect(await go({ op: 'delete', path: 'title' })).toBe(400);
    expect(await go({ op: 'REPLACE', path: 'title', value: 'x' })).toBe(200);
    javelo.configure({ patchOps: 'strict' });
    expect(await go({ op: 'Replace', path: 'title', value: 'y' })).toBe(400);
    javelo.configure({ patchNoPath: '400' });
    expect(await go({ op: 'replace', value: { title: 'y' } })).toBe(400);
    expect(await go({ op: 'replace', path: 'phoneNumbers[type eq "work"].value', value: '1' })).toBe(200);
    javelo.configure({ patchNoTarget: '400' });
    expect(await go({ op: 'replace', path: 'phoneNumbers[type eq "home"].value', value: '1' })).toBe(400);
    javelo.configure({ patchAnswer: 204 });
    const silent = await send('PATCH', `/Users/${id}`, patch({ op: 'replace', path: 'title', value: 'z' }));
    expect([silent.status, silent.text]).toEqual([204, '']);
    expect(javelo.users()[0]?.title).toBe('z');
  });

  it('leaves the version alone where nothing changes', async () => {
    const { send } = open('rfc');
    const id = await create(send, 'ann', { title: 'Baker' });
    const same = await send('PATCH', `/Users/${id}`, patch({ op: 'replace', path: 'title', value: 'Baker' }));
    expect(same.json.meta.version).toBe('W/"1"');
    const other = await send('PATCH', `/Users/${id}`, patch({ op: 'replace', path: 'title', value: 'Chef' }));
    expect(other.json.meta.version).toBe('W/"2"');
  });

  it('finds no account for an unknown id', async () => {
    const { send } = open('javelo');
    expect((await send('PATCH', '/Users/nobody', patch({ op: 'replace', path: 'title', value: 'x' }))).status).toBe(
      404,
    );
    expect((await send('POST', '/Users', person('ann@acme.example'))).status).toBe(201);
  });
});

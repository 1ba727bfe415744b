import { describe, expect, it } from 'vitest';
import { create, ENTERPRISE, JAVELO, open, patch, person, type Send } from './scim-client.ts';

const under = (managerUserName: string | null) => ({ [JAVELO]: { managerUserName } });
const setManager = (send: Send, id: string, value: string | null) =>
  send('PATCH', `/Users/${id}`, patch({ op: 'Replace', path: `${JAVELO}:managerUserName`, value }));
const setActive = (send: Send, id: string, value: boolean) =>
  send('PATCH', `/Users/${id}`, patch({ op: 'Replace', path: 'active', value }));

describe('managers', () => {
  it('are found by e-mail without case, shown both ways, and follow a rename and a delete', async () => {
    const { javelo, send } = open('javelo', { deleteMode: '204-hard' });
    const boss = await create(send, 'Boss@acme.example');
    await create(send, 'ann@acme.example', under('bOSS@acme.example'));
    const both = (name: string) => ({
      [JAVELO]: { managerUserName: name },
      [ENTERPRISE]: { manager: { value: boss, displayName: 'Jan Jansen' } },
    });
    expect(javelo.users()[1]).toMatchObject(both('Boss@acme.example'));
    await send('PATCH', `/Users/${boss}`, patch({ op: 'Replace', path: 'userName', value: 'chief@acme.example' }));
    expect(javelo.users()[1]).toMatchObject(both('chief@acme.example'));
    await send('DELETE', `/Users/${boss}`);
    expect(javelo.users()[0]).toMatchObject({ userName: 'ann@acme.example' });
    expect(javelo.users()[0]).not.toHaveProperty([JAVELO]);
    expect(javelo.users()[0]).not.toHaveProperty([ENTERPRISE]);
  });

  it('the view that a request changes wins', async () => {
    const { javelo, send } = open('rfc');
    const [a, b] = [await create(send, 'a'), await create(send, 'b')];
    const id = await create(send, 'ann', under('a'));
    const manager = () => {
      const user = javelo.users()[2];
      return [user?.[JAVELO], user?.[ENTERPRISE]];
    };
    await setManager(send, id, 'b');
    expect(manager()).toMatchObject([{ managerUserName: 'b' }, { manager: { value: b } }]);
    await send('PATCH', `/Users/${id}`, patch({ op: 'replace', path: `${ENTERPRISE}:manager.value`, value: a }));
    expect(manager()).toMatchObject([{ managerUserName: 'a' }, { manager: { value: a } }]);
    const read = (await send('GET', `/Users/${id}`)).json;
    await send('PUT', `/Users/${id}`, { ...read, [JAVELO]: { managerUserName: 'b' } });
    expect(manager()).toMatchObject([{ managerUserName: 'b' }, { manager: { value: b } }]);
    await send('PUT', `/Users/${id}`, person('ann'));
    expect(manager()).toEqual([undefined, undefined]);
  });

  it.each([
    ['4xx', 400, undefined],
    ['ignored', 201, undefined],
    ['kept', 201, 'late@acme.example'],
  ])('managerUnknown %s', async (managerUnknown, status, stored) => {
    const { javelo, send } = open('javelo', { managerUnknown });
    const answer = await send('POST', '/Users', person('ann@acme.example', under('late@acme.example')));
    expect(answer.status).toBe(status);
    expect(answer.json[JAVELO]?.managerUserName).toBe(stored);
    if (status === 400)
      expect(answer.json).toMatchObject({ scimType: 'invalidValue', detail: expect.stringContaining('late@') });
    const late = await create(send, 'late@acme.example');
    const ann = javelo.users().find((user) => user.userName === 'ann@acme.example');
    if (stored !== undefined) expect(ann?.[ENTERPRISE]).toMatchObject({ manager: { value: late } });
    else expect(ann?.[ENTERPRISE]).toBeUndefined();
  });

  it('nobody is his own manager', async () => {
    const { send } = open('javelo');
    const id = await create(send, 'ann@acme.example');
    expect((await setManager(send, id, 'ann@acme.example')).status).toBe(400);
  });

  it('managerInactive 4xx refuses to set one, and lets a plain disable through', async () => {
    const { javelo, send } = open('javelo');
    const boss = await create(send, 'boss@acme.example');
    const id = await create(send, 'ann@acme.example', under('boss@acme.example'));
    const other = await create(send, 'bob@acme.example');
    expect((await setActive(send, boss, false)).status).toBe(200);
    expect(javelo.users()[1]?.[JAVELO]).toEqual({ managerUserName: 'boss@acme.example' });
    expect((await setManager(send, other, 'boss@acme.example')).json).toMatchObject({
      status: '400',
      detail: "a disabled supervisor can't be set",
    });
    expect((await setActive(send, id, false)).json).not.toHaveProperty([JAVELO]);
    await setActive(send, boss, true);
    expect((await setManager(send, id, 'boss@acme.example')).json.detail).toBe("a disabled user can't have a manager");
    const off = { ...person('c@acme.example', under('boss@acme.example')), active: false };
    expect((await send('POST', '/Users', off)).status).toBe(400);
  });

  it('managerInactive strict wants the manager gone with, or before, the disable', async () => {
    const { send } = open('javelo', { managerInactive: 'strict' });
    await create(send, 'boss@acme.example');
    const id = await create(send, 'ann@acme.example', under('boss@acme.example'));
    expect((await setActive(send, id, false)).status).toBe(400);
    const clear = { op: 'Replace', path: `${JAVELO}:managerUserName`, value: null };
    const both = await send('PATCH', `/Users/${id}`, patch({ op: 'Replace', path: 'active', value: false }, clear));
    expect([both.status, both.json.active]).toEqual([200, false]);
  });

  it('managerInactive ignored leaves such a manager out, kept takes him', async () => {
    const { javelo, send } = open('javelo', { managerInactive: 'ignored' });
    javelo.plant([{ ...person('boss@acme.example'), active: false }]);
    const id = await create(send, 'ann@acme.example', under('boss@acme.example'));
    expect(javelo.users()[1]).not.toHaveProperty([JAVELO]);
    javelo.configure({ managerInactive: 'kept' });
    expect((await setManager(send, id, 'boss@acme.example')).json[JAVELO]).toEqual({
      managerUserName: 'boss@acme.example',
    });
  });

  it('planted accounts may name a manager who is planted later', () => {
    const { javelo } = open('javelo');
    javelo.plant([person('ann@acme.example', under('BOSS@acme.example')), { ...person('boss@acme.example'), id: 'b' }]);
    expect(javelo.users()[0]).toMatchObject({
      [JAVELO]: { managerUserName: 'boss@acme.example' },
      [ENTERPRISE]: { manager: { value: 'b' } },
    });
    expect(javelo.requests()).toEqual({});
  });
});

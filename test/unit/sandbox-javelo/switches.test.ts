import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SWITCHES } from '../../sandbox/javelo/scim/switches.ts';
import { create, ENTERPRISE, JAVELO, open, patch, person } from './scim-client.ts';

const javeloOf = (values: object) => ({ [JAVELO]: values });

describe('what an account must be', () => {
  it.each([
    [person('not an@acme.example'), 'userName'],
    [person('no-at-sign'), 'userName'],
    [person('a,b@acme.example'), 'userName'],
    [{ name: { givenName: 'a', familyName: 'b' } }, 'userName'],
    [person('a@acme.example', { name: { givenName: 'a' } }), 'name.familyName'],
    [person('a@acme.example', { name: { givenName: ' ', familyName: 'b' } }), 'name.givenName'],
    [person('a@acme.example', { active: 'yes' }), 'active'],
    [person('a@acme.example', { title: 7 }), 'title'],
    [person('a@acme.example', javeloOf({ gender: 'M' })), 'gender'],
    [person('a@acme.example', javeloOf({ birthDate: '01-02-1990' })), 'birthDate'],
    [person('a@acme.example', javeloOf({ seniorityDate: '2021-02-29' })), 'seniorityDate'],
  ])('%j is refused for %s', async (body, named) => {
    const { javelo, send } = open('javelo');
    const { status, json } = await send('POST', '/Users', body);
    expect(status).toBe(400);
    expect(json).toMatchObject({ scimType: 'invalidValue', detail: expect.stringContaining(named) });
    expect(javelo.users()).toEqual([]);
  });

  it('an empty gender is fine, as are both known ones', async () => {
    const { send } = open('javelo');
    for (const [at, gender] of ['male', 'female', '', null].entries()) {
      expect((await send('POST', '/Users', person(`p${at}@acme.example`, javeloOf({ gender })))).status).toBe(201);
    }
  });

  it('userNameFormat, nameRequired, genders, dateFormat, validationStatus', async () => {
    const { javelo, send } = open('javelo', { userNameFormat: 'any', nameRequired: 'off', validationStatus: 422 });
    const post = async (body: object) => (await send('POST', '/Users', body)).status;
    expect(await post({ userName: 'ann' })).toBe(201);
    expect(await post(person('b', javeloOf({ gender: 'M' })))).toBe(422);
    javelo.configure({ genders: ['M', 'F'], dateFormat: 'DD-MM-YYYY' });
    expect(await post(person('b', javeloOf({ gender: 'M', birthDate: '31-12-1990' })))).toBe(201);
    expect(await post(person('c', javeloOf({ birthDate: '1990-12-31' })))).toBe(422);
    javelo.configure({ dateFormat: 'any' });
    expect(await post(person('c', javeloOf({ birthDate: 'in spring' })))).toBe(201);
  });
});

describe('attributes a tenant does not take', () => {
  const body = person('ann@acme.example', { title: 'Baker', ...javeloOf({ birthDate: '1990-12-31', grade: 'a' }) });

  it('droppedAttrs are neither stored nor echoed, on create and on PATCH', async () => {
    const { javelo, send } = open('javelo');
    javelo.plant([{ ...body, id: 'old', userName: 'old@acme.example' }]);
    javelo.configure({ droppedAttrs: ['birthDate', 'title', 'name.formatted'] });
    const created = await send('POST', '/Users', body);
    expect(created.status).toBe(201);
    expect(created.json).not.toHaveProperty('title');
    expect(created.json[JAVELO]).toEqual({ grade: 'a' });
    const change = patch(
      { op: 'replace', path: 'title', value: 'Chef' },
      { op: 'replace', path: 'name.formatted', value: 'A' },
    );
    const patched = await send('PATCH', '/Users/old', change);
    expect(patched.json).toMatchObject({ title: 'Baker', name: { givenName: 'Jan', familyName: 'Jansen' } });
    expect(patched.json.name).not.toHaveProperty('formatted');
  });

  it('rejectedAttrs answer 400 naming the attribute, only when it is set', async () => {
    const { send } = open('javelo', { rejectedAttrs: [`${JAVELO}:birthDate`] });
    const { status, json } = await send('POST', '/Users', body);
    expect([status, json.detail]).toEqual([400, `The attribute ${JAVELO}:birthDate is not accepted.`]);
    expect((await send('POST', '/Users', person('ann@acme.example', javeloOf({ birthDate: null })))).status).toBe(201);
  });

  it.each([
    ['ignored', 201, { grade: 'a' }],
    ['kept', 201, { grade: 'a', shoeSize: '42' }],
    ['400', 400, undefined],
  ])('unknownExtensionAttr %s', async (unknownExtensionAttr, status, stored) => {
    const { javelo, send } = open('javelo', { unknownExtensionAttr });
    const sent = javeloOf({ grade: 'a', shoeSize: '42' });
    const answer = await send('POST', '/Users', person('ann@acme.example', sent));
    expect(answer.status).toBe(status);
    expect(answer.json[JAVELO]).toEqual(stored);
    if (status === 400) expect(answer.json.detail).toContain(`${JAVELO}:shoeSize`);
    javelo.configure({ unknownExtensionAttr: 'ignored' });
    const id = javelo.users()[0]?.id ?? (await create(send, 'ann@acme.example'));
    javelo.configure({ unknownExtensionAttr });
    const path = { op: 'Replace', path: `${JAVELO}:hat`, value: 'L' };
    const patched = await send('PATCH', `/Users/${id}`, patch(path));
    expect(patched.status).toBe(status === 400 ? 400 : 200);
    expect(javelo.users()[0]?.[JAVELO]).toEqual(unknownExtensionAttr === 'kept' ? { ...stored, hat: 'L' } : stored);
  });

  it('acceptedExtensionAttrs decides what is known', async () => {
    const { send } = open('javelo', { acceptedExtensionAttrs: ['managerUserName', 'shoeSize'] });
    const sent = javeloOf({ birthDate: '1990-12-31', shoeSize: '42' });
    expect((await send('POST', '/Users', person('ann@acme.example', sent))).json[JAVELO]).toEqual({ shoeSize: '42' });
  });
});

describe('the other switches', () => {
  it('deleteMode', async () => {
    const { javelo, send } = open('javelo');
    const id = await create(send, 'ann@acme.example');
    const remove = async () => (await send('DELETE', `/Users/${id}`)).status;
    expect(await remove()).toBe(405);
    javelo.configure({ deleteMode: '204-soft' });
    expect(await remove()).toBe(204);
    expect((await send('GET', `/Users/${id}`)).json.active).toBe(false);
    javelo.configure({ deleteMode: '204-hard' });
    expect(await remove()).toBe(204);
    expect(await remove()).toBe(404);
  });

  it('put, discovery, search, groups: there or not', async () => {
    const { javelo, send } = open('javelo');
    const id = await create(send, 'ann@acme.example');
    const statuses = async () => [
      (await send('PUT', `/Users/${id}`, person('ann@acme.example'))).status,
      (await send('GET', '/ServiceProviderConfig')).status,
      (await send('POST', '/Users/.search', {})).status,
      (await send('GET', '/Groups')).status,
    ];
    expect(await statuses()).toEqual([405, 404, 404, 200]);
    javelo.configure({ put: 'on', discovery: 'on', search: 'on', groups: '404' });
    expect(await statuses()).toEqual([200, 200, 200, 404]);
  });

  it('reactivate', async () => {
    const { javelo, send } = open('javelo', { reactivate: '4xx' });
    javelo.plant([{ ...person('ann@acme.example'), id: 'ann', active: false }]);
    const enable = () => send('PATCH', '/Users/ann', patch({ op: 'Replace', path: 'active', value: true }));
    expect((await enable()).status).toBe(400);
    javelo.configure({ reactivate: 'ignored' });
    expect((await enable()).json.active).toBe(false);
    javelo.configure({ reactivate: 'on' });
    expect((await enable()).json.active).toBe(true);
  });

  it('emptyBody leaves writes without a body, reads with one', async () => {
    const { javelo, send } = open('javelo', { emptyBody: true });
    const created = await send('POST', '/Users', person('ann@acme.example'));
    expect([created.status, created.text]).toEqual([201, '']);
    const id = javelo.users()[0]?.id;
    const changed = await send('PATCH', `/Users/${id}`, patch({ op: 'replace', path: 'title', value: 'x' }));
    expect([changed.status, changed.text]).toEqual([200, '']);
    expect((await send('GET', `/Users/${id}`)).json.title).toBe('x');
  });

  it('errorShape', async () => {
    const { javelo, send } = open('javelo', { errorShape: 'plain' });
    const plain = await send('GET', '/Users/nobody');
    expect([plain.status, plain.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
    javelo.configure({ errorShape: 'html' });
    expect((await send('GET', '/Users/nobody')).text).toMatch(/^<!DOCTYPE html>/);
  });

  it('emailsFromUserName', async () => {
    const { javelo, send } = open('javelo');
    const emails = [{ value: 'private@home.example', type: 'home' }];
    const first = await send('POST', '/Users', person('ann@acme.example', { emails }));
    expect(first.json.emails).toEqual([{ value: 'ann@acme.example', type: 'work', primary: true }]);
    javelo.configure({ emailsFromUserName: 'off' });
    expect((await send('POST', '/Users', person('bob@acme.example', { emails }))).json.emails).toEqual(emails);
  });

  it('latencyMs delays the answer', async () => {
    const { send } = open('javelo', { latencyMs: 30 });
    const started = performance.now();
    await send('GET', '/Users');
    expect(performance.now() - started).toBeGreaterThanOrEqual(28);
  });

  it('schemasRequired, contentType, projection, etag can be had in the javelo profile too', async () => {
    const { javelo, send } = open('javelo');
    const id = await create(send, 'ann@acme.example');
    expect((await send('GET', `/Users/${id}?attributes=userName`)).json).toHaveProperty('name');
    expect((await send('GET', `/Users/${id}`)).json.meta).not.toHaveProperty('version');
    javelo.configure({ schemasRequired: 'on', contentType: 'strict', projection: 'on', etag: 'on' });
    expect((await send('GET', `/Users/${id}?attributes=userName`)).json).not.toHaveProperty('name');
    expect((await send('GET', `/Users/${id}`)).headers.etag).toBe('W/"1"');
    expect((await send('POST', '/Users', { userName: 'b@acme.example' })).json.scimType).toBe('invalidSyntax');
    expect((await send('POST', '/Users', person('b@acme.example'), { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('configure', () => {
  it.each([
    [{ nosuch: 1 }, 'nosuch'],
    [{ put: 'maybe' }, 'put'],
    [{ defaultCount: 1.5 }, 'defaultCount'],
    [{ genders: 'male' }, 'genders'],
    [{ rate: { requests: 0, windowMs: 1 } }, 'rate'],
    [{ profile: 'other' }, 'profile'],
    [null, 'object'],
  ])('%j changes nothing and throws', async (switches, named) => {
    const { javelo, send } = open('javelo');
    expect(() => javelo.configure(switches === null ? null : { put: 'on', ...switches })).toThrow(named);
    expect((await send('PUT', '/Users/x', person('ann@acme.example'))).status).toBe(405);
  });

  it('profile sets all defaults of that profile; reset goes back to the first and forgets all but the token', async () => {
    const { javelo, send } = open('javelo');
    const first = await create(send, 'ann@acme.example');
    javelo.configure({ profile: 'rfc', bulk: '404' });
    expect((await send('GET', '/ServiceProviderConfig')).json).toMatchObject({ bulk: { supported: false } });
    javelo.reset();
    expect([javelo.users(), javelo.requests()]).toEqual([[], {}]);
    expect((await send('GET', '/ServiceProviderConfig')).status).toBe(404);
    expect(await create(send, 'ann@acme.example')).toBe(first);
  });

  it('every switch is in the README', () => {
    const readme = readFileSync(new URL('../../sandbox/javelo/scim/README.md', import.meta.url), 'utf8');
    expect(Object.keys(SWITCHES).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('planting', () => {
  it('refuses accounts without or with a taken userName, and keeps given ids', () => {
    const { javelo } = open('javelo');
    javelo.plant([{ userName: 'ann@acme.example', id: 'a', [ENTERPRISE]: { employeeNumber: '1' } }]);
    expect(javelo.users()[0]).toMatchObject({ id: 'a', active: true, emails: [{ value: 'ann@acme.example' }] });
    expect(() => javelo.plant([{ title: 'x' }])).toThrow('userName');
    expect(() => javelo.plant([{ userName: 'ANN@acme.example' }])).toThrow('planted already');
    expect(() => javelo.plant([{ userName: 'b@acme.example', id: 'a' }])).toThrow('planted already');
  });

  it('takes 50,000 and finds one of them without a walk', async () => {
    const { javelo, send } = open('rfc');
    javelo.plant(Array.from({ length: 50_000 }, (_, at) => person(`p${at}@acme.example`, { externalId: String(at) })));
    const started = performance.now();
    for (let at = 0; at < 500; at += 1) {
      const { json } = await send('GET', `/Users?filter=${encodeURIComponent(`externalId eq "${at * 100}"`)}`);
      expect(json.Resources[0]?.userName).toBe(`p${at * 100}@acme.example`);
    }
    // A walk over 50,000 accounts takes milliseconds; 500 of them would take many seconds.
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';

let sandbox: Sandbox;
let session = '';

interface Reply {
  readonly status: number;
  readonly cookie: string;
  readonly text: string;
}

/** A request to a host of the sandbox, whatever this machine's resolver makes of its name. */
function send(url: string, body?: unknown): Promise<Reply> {
  const { host, pathname, search, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { host, cookie: session };
    const call = request({ host: '127.0.0.1', port, path: pathname + search, method, headers }, (reply) => {
      const pieces: Buffer[] = [];
      reply.on('data', (piece: Buffer) => pieces.push(piece));
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          cookie: String(reply.headers['set-cookie'] ?? '').split(';')[0] ?? '',
          text: Buffer.concat(pieces).toString(),
        }),
      );
    });
    call.on('error', reject);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const javelo = (path: string, body?: unknown) => send(`${sandbox.ready.javelo.app}${path}`, body);
const control = (path: string, body?: unknown) => send(`${sandbox.ready.control}${path}`, body);
const state = async () => JSON.parse((await control('/state')).text).javelo.integrations;
const scimStatus = async (token: string) =>
  (await fetch(`${sandbox.ready.javelo.scim}/Users`, { headers: { authorization: `Bearer ${token}` } })).status;

beforeAll(async () => {
  sandbox = await startSandbox({ employees: 5 });
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  session = '';
  await control('/reset', {});
  session = (await javelo('/api/login', {})).cookie;
});

async function openFlow() {
  const { link } = JSON.parse((await javelo('/api/integrations/nmbrs/link', {})).text) as { link: string };
  const { origin, pathname } = new URL(link);
  const id = pathname.split('/')[2];
  return {
    link,
    settings: async () => JSON.parse((await send(`${origin}/api/${id}/settings`)).text),
    setUp: async (values: Record<string, string>) =>
      JSON.parse((await send(`${origin}/api/${id}/set-up`, values)).text),
  };
}
const right = () => ({
  subdomain: sandbox.ready.nmbrs.domain,
  email: sandbox.ready.nmbrs.email,
  token: sandbox.ready.nmbrs.token,
});

it('lets nobody in without a session', async () => {
  session = '';
  expect((await javelo('/api/integrations/scim/activate', {})).status).toBe(401);
  expect(JSON.parse((await javelo('/api/state')).text)).toMatchObject({ loggedIn: false });
});

it('gives a bearer token once that SCIM then accepts, in place of the one before', async () => {
  const first = sandbox.ready.javelo.token;
  expect(await scimStatus(first)).toBe(200);
  const { token } = JSON.parse((await javelo('/api/integrations/scim/activate', {})).text);
  expect([await scimStatus(first), await scimStatus(token)]).toEqual([401, 200]);
  expect((await javelo('/api/state')).text).not.toContain(token);
  expect(await state()).toMatchObject({ scim: 'active' });
  await control('/reset', {});
  expect(await scimStatus(first)).toBe(200);
});

it('answers SCIM on api.javelo.localhost too', async () => {
  const { host } = new URL(sandbox.ready.javelo.app);
  expect((await send(`http://${host.replace('acme', 'api')}/scim/v2/Users`)).status).toBe(401);
});

it('connects with the right credentials, through the flow of another origin', async () => {
  const flow = await openFlow();
  expect(new URL(flow.link).hostname).toBe('connect.kombo.localhost');
  expect(await state()).toMatchObject({ nmbrs: 'incomplete' });
  const { activation_token } = await flow.setUp(right());
  expect((await javelo('/api/integrations/nmbrs/complete', { token: 'made up' })).status).toBe(400);
  expect((await javelo('/api/integrations/nmbrs/complete', { token: activation_token })).status).toBe(200);
  expect(await state()).toMatchObject({ nmbrs: 'completed', connectedAs: { subdomain: 'acme' } });
  expect((await javelo('/api/integrations/nmbrs/complete', { token: activation_token })).status).toBe(400);
});

it.each([
  ['token', { token: 'not-the-token-at-all' }],
  ['token', { email: 'somebody@else.example' }],
  ['email', { email: 'nobody' }],
  ['subdomain', { subdomain: 'globex' }],
  ['subdomain', { subdomain: 'https://acme.nmbrs.nl' }],
])('says that the %s is wrong for %j', async (field, wrong) => {
  const flow = await openFlow();
  expect(await flow.setUp({ ...right(), ...wrong })).toMatchObject({ ok: false, field });
});

it('names the permissions that are missing, and lists them beforehand', async () => {
  const flow = await openFlow();
  await control('/profile', { rights: { 'EmployeeService.Manager_GetCurrent': false } });
  expect((await flow.settings()).permissions.EmployeeService).toContain('Manager_GetCurrent');
  expect(await flow.setUp(right())).toMatchObject({ ok: false, missing: ['EmployeeService: Manager_GetCurrent'] });
});

it('switches language, wording and host, and refuses what it does not know', async () => {
  await control('/profile', { javeloPages: { language: 'fr', flowAt: 'stranger' } });
  expect((await javelo('/api/state')).text).toContain('Intégrations');
  const flow = await openFlow();
  expect(new URL(flow.link).hostname).toBe('connect.kombo-connect.localhost');
  expect((await flow.settings()).texts.setUp).toMatch(/Configurer/);
  expect((await control('/profile', { javeloPages: { language: 'tlh' } })).status).toBe(400);
  expect((await control('/profile', { javeloPages: { unknown: 1 } })).status).toBe(400);
});

import { createServer, type RequestListener } from 'node:http';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { javeloProfile } from '../../../utils/connectors/scim/profiles/javelo.ts';
import { createScimTarget } from '../../../utils/connectors/scim/target.ts';
import type { Desired } from '../../../utils/core/account.ts';
import type { TargetId } from '../../../utils/core/ids.ts';
import type { Target } from '../../../utils/ports/target.ts';
import { openScimSandbox, sandboxToken, systemClock } from '../../support/scim-sandbox.ts';
import { listen, type Served } from '../../support/serve.ts';

const ada: Desired = { userName: 'ada@acme.example', externalId: '1', active: true };
const id = 'x' as TargetId;
let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function targetOf(listener: RequestListener): Promise<Target> {
  served = await listen(createServer(listener));
  return connect(`${served.origin}/scim/v2`);
}

function connect(scimUrl: string, token = sandboxToken): Target {
  return createScimTarget({ scimUrl, token, profile: javeloProfile, clock: systemClock });
}

const answering =
  (
    status: number,
    body: string,
    headers: Record<string, string> = { 'content-type': 'application/scim+json' },
  ): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

/** The code of what a call throws, or `none`. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'none',
    (error: { code?: string }) => error.code ?? String(error),
  );
}

/** The codes of all requests of a target, in one order. */
async function codes(target: Target): Promise<Record<string, string>> {
  return {
    check: (await target.check()).error?.code ?? 'none',
    list: await codeOf(target.listStep(null)),
    read: await codeOf(target.read(id)),
    find: await codeOf(target.find('userName', 'a@x.com')),
    create: await codeOf(target.create(ada)),
    update: await codeOf(target.update(id, { title: 'x' }, null)),
  };
}

const every = (code: string) => ({ check: code, list: code, read: code, find: code, create: code, update: code });

describe('answers that are none', () => {
  test('a web page where JSON was due', async () => {
    const page = '<!DOCTYPE html><html><body>Sign in</body></html>';
    const target = await targetOf(answering(200, page, { 'content-type': 'text/html' }));
    expect(await codes(target)).toEqual({ ...every('target-unavailable'), create: 'target-truncated' });
  });

  test('JSON that ends early', async () => {
    const target = await targetOf(answering(200, '{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListRes'));
    expect(await codes(target)).toEqual(every('target-truncated'));
  });

  test('a connection that breaks inside the body', async () => {
    const target = await targetOf((_, response) => {
      response.writeHead(200, { 'content-type': 'application/scim+json', 'content-length': '500' });
      response.write('{"Resources":[', () => response.destroy());
    });
    expect(await codes(target)).toEqual(every('target-truncated'));
  });

  test('an empty body: only a change is known to be done', async () => {
    const target = await targetOf(answering(200, ''));
    expect(await codes(target)).toEqual({ ...every('target-truncated'), update: 'none' });
    expect(await target.update(id, { title: 'x' }, null)).toEqual({
      targetId: id,
      version: null,
      dropped: [],
      echoed: false,
    });
  });

  test('204 to a change', async () => {
    const target = await targetOf((_, response) => response.writeHead(204, { etag: 'W/"2"' }).end());
    expect(await target.update(id, { title: 'x' }, null)).toEqual({
      targetId: id,
      version: 'W/"2"',
      dropped: [],
      echoed: false,
    });
  });

  test('JSON of another kind', async () => {
    const target = await targetOf(answering(200, '{"hello":"world"}'));
    expect(await codes(target)).toEqual({ ...every('target-unavailable'), create: 'target-truncated' });
  });

  test('a connection that breaks before an answer', async () => {
    const target = await targetOf((request) => request.socket.destroy());
    expect(await codes(target)).toEqual(every('target-unreachable'));
  });

  test('nobody there', async () => {
    const target = await targetOf(answering(200, '{}'));
    await served?.close();
    served = undefined;
    expect(await codes(target)).toEqual(every('target-unreachable'));
  });

  test('no answer in time', async () => {
    served = await listen(createServer(() => {}));
    const scimUrl = `${served.origin}/scim/v2`;
    const target = createScimTarget({
      scimUrl,
      token: sandboxToken,
      profile: javeloProfile,
      clock: systemClock,
      silenceMs: 40,
    });
    expect(await codes(target)).toEqual(every('target-timeout'));
  });

  test('a redirect is not followed: the token would travel along', async () => {
    let visits = 0;
    const target = await targetOf((request, response) => {
      visits += request.url?.startsWith('/elsewhere') ? 1 : 0;
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    expect(await codes(target)).toEqual(every('target-unreachable'));
    expect(visits).toBe(0);
  });
});

describe('refusals', () => {
  test('a wrong token', async () => {
    const sandbox = await openScimSandbox('javelo');
    served = { origin: sandbox.scimUrl, close: sandbox.close };
    expect(await codes(connect(sandbox.scimUrl, 'wrong'))).toEqual(every('target-auth'));
    expect(sandbox.scim.users()).toEqual([]);
  });

  test('a token that cannot be sent is refused here, without being quoted', async () => {
    for (const token of ['', '  ', 'canary with spaces', 'canary\nx: y', 'canary€']) {
      const target = connect('http://127.0.0.1:9/scim/v2', token);
      expect(await codes(target)).toEqual(every('target-auth'));
      expect(inspect(await target.create(ada).catch((error: unknown) => error), { depth: 20 })).not.toContain('canary');
    }
  });

  test('a token with blanks around it works', async () => {
    const sandbox = await openScimSandbox('javelo');
    served = { origin: sandbox.scimUrl, close: sandbox.close };
    expect(await connect(sandbox.scimUrl, ` ${sandboxToken}\n`).check()).toEqual({
      ok: true,
      accounts: 0,
      error: null,
    });
  });

  test('the wait that 429 asks for, and its absence', async () => {
    const limited = answering(429, '', { 'retry-after': '7' });
    expect((await (await targetOf(limited)).check()).error).toMatchObject({
      code: 'target-rate-limited',
      retryable: true,
      retryAfterMs: 7000,
    });
    await served?.close();
    const silent = await (await targetOf(answering(429, ''))).check();
    expect(silent.error).toMatchObject({ code: 'target-rate-limited' });
    expect(silent.error).not.toHaveProperty('retryAfterMs');
  });

  test('one that takes an account for missing gives null only where one account was asked for', async () => {
    const target = await targetOf(answering(404, ''));
    expect(await codes(target)).toEqual({ ...every('target-not-found'), read: 'none', find: 'none' });
    expect(await target.read(id)).toBeNull();
    expect(await target.find('externalId', '1')).toBeNull();
  });

  test('a search that is not understood in one form is asked in the other', async () => {
    const filters: string[] = [];
    const target = await targetOf((request, response) => {
      const filter = new URL(request.url ?? '', 'http://x').searchParams.get('filter') ?? '';
      filters.push(filter);
      if (filter.includes('"'))
        answering(200, JSON.stringify({ Resources: [{ id: '7', userName: 'a@x.com' }] }))(request, response);
      else answering(400, '{"scimType":"invalidFilter"}')(request, response);
    });
    expect(await target.find('userName', 'a@x.com')).toMatchObject([{ targetId: '7' }]);
    expect(await target.find('userName', 'A@x.com')).toMatchObject([{ targetId: '7' }]);
    expect(filters).toEqual(['userName eq a@x.com', 'userName eq "a@x.com"', 'userName eq "A@x.com"']);
  });

  test('an empty answer is believed only of a form that has found somebody', async () => {
    const filters: string[] = [];
    const target = await targetOf((request, response) => {
      const filter = new URL(request.url ?? '', 'http://x').searchParams.get('filter') ?? '';
      filters.push(filter);
      const found = filter === 'userName eq "a@x.com"' ? [{ id: '7', userName: 'a@x.com' }] : [];
      answering(200, JSON.stringify({ totalResults: found.length, Resources: found }))(request, response);
    });
    expect(await target.find('userName', 'b@x.com')).toEqual([]);
    expect(await target.find('userName', 'a@x.com')).toMatchObject([{ targetId: '7' }]);
    expect(await target.find('userName', 'c@x.com')).toEqual([]);
    expect(filters.map((filter) => filter.replace('userName eq ', ''))).toEqual([
      'b@x.com',
      '"b@x.com"',
      'a@x.com',
      '"a@x.com"',
      '"c@x.com"',
    ]);
  });

  test('a server that ignores the filter has found nobody', async () => {
    const everybody = {
      totalResults: 2,
      Resources: [
        { id: '1', userName: 'a@x.com' },
        { id: '2', userName: 'b@x.com' },
      ],
    };
    const target = await targetOf(answering(200, JSON.stringify(everybody)));
    expect(await target.find('userName', 'a@x.com')).toBeNull();
  });
});

describe('the token', () => {
  test('is in no error, however it comes about, and not in what leads to it', async () => {
    const echo: RequestListener = (request, response) => {
      const text = `you sent ${request.headers.authorization}`;
      const status = request.method === 'GET' ? 401 : 400;
      answering(status, JSON.stringify({ detail: text, scimType: text, errors: [text] }))(request, response);
    };
    const failing: RequestListener[] = [
      echo,
      (request, response) => answering(500, String(request.headers.authorization), {})(request, response),
      (request) => request.socket.destroy(),
      answering(302, '', { location: '/x' }),
      answering(200, '{"cut'),
    ];
    for (const listener of failing) {
      const target = await targetOf(listener);
      const calls = [
        () => target.listStep(null),
        () => target.read(id),
        () => target.create(ada),
        () => target.update(id, { title: 'x' }, null),
      ];
      for (const call of calls) {
        const error: unknown = await call().catch((caught: unknown) => caught);
        expect(error).toMatchObject({ name: 'CompanionError' });
        expect(inspect(error, { depth: 20, showHidden: true, getters: true })).not.toContain(sandboxToken);
      }
      expect(JSON.stringify(await target.check())).not.toContain(sandboxToken);
      await served?.close();
    }
    served = undefined;
  });
});

test('one request each, and each is counted before it leaves', async () => {
  const sandbox = await openScimSandbox('rfc');
  served = { origin: sandbox.scimUrl, close: sandbox.close };
  const counted: string[] = [];
  const target = sandbox.target({ onRequest: ({ method, path }) => counted.push(`${method} ${path}`) });
  const { targetId } = await target.create(ada);
  await target.update(targetId, { title: 'x', phoneNumber: '+31612345678' }, null);
  await target.read(targetId);
  await target.find('externalId', '1');
  await target.listStep(null);
  await target.check();
  const one = `/Users/${targetId}`;
  expect(counted).toEqual(['POST /Users', `PATCH ${one}`, `GET ${one}`, 'GET /Users', 'GET /Users', 'GET /Users']);
  expect(sandbox.log.map(({ method, url }) => `${method} ${url.pathname.replace('/scim/v2', '')}`)).toEqual(counted);
});

import { describe, expect, it } from 'vitest';
import { CompanionError } from '../../../utils/core/errors.ts';
import type { Answer } from '../../../utils/messaging/answer.ts';
import type { Caller, Sender } from '../../../utils/messaging/caller.ts';
import { contract } from '../../../utils/messaging/contract.ts';
import { createRouter, type Handlers } from '../../../utils/messaging/router.ts';
import type { Sites } from '../../../utils/messaging/sites.ts';

const self = { id: 'companion', origin: 'chrome-extension://companion/' };
const sites: Sites = {
  nmbrs: ['https://*.nmbrs.nl/*'],
  javelo: ['https://*.javelo.io/*'],
  flow: ['https://connect.kombo.dev/*'],
};
const page: Sender = { id: 'companion', url: 'chrome-extension://companion/popup.html' };

/** Handlers that note what reached them. */
function listen(override: Partial<Handlers> = {}) {
  const reached: unknown[] = [];
  const handlers = Object.fromEntries(
    Object.keys(contract).map((name) => [
      name,
      async (request: unknown, caller: Caller) => {
        reached.push({ name, request, caller });
        return null;
      },
    ]),
  );
  const route = createRouter(self, { ...handlers, ...override } as unknown as Handlers, async () => sites);
  const send = (message: unknown, sender: Sender) =>
    new Promise<{ taken: boolean; answer: Answer | null }>((resolve) => {
      const taken = route(message, sender, (answer) => resolve({ taken: true, answer }));
      if (!taken) resolve({ taken, answer: null });
    });
  return { reached, send };
}

const start = { name: 'runs.start', request: { mode: 'live' } };
const refused = (why: string) => ({
  taken: true,
  answer: { ok: false, error: { code: 'message-refused', params: { why }, retryable: false } },
});

describe('the router', () => {
  it('hands a page’s message to its handler and answers', async () => {
    const { reached, send } = listen();
    expect(await send(start, page)).toEqual({ taken: true, answer: { ok: true, data: null } });
    expect(reached).toEqual([{ name: 'runs.start', request: { mode: 'live' }, caller: { context: 'page' } }]);
  });

  it.each([
    ['another extension', { id: 'stranger', url: 'chrome-extension://stranger/page.html' }],
    ['another extension that claims our page', { id: 'stranger', url: page.url }],
    ['a content script', { id: 'companion', url: 'https://acme.nmbrs.nl/', tab: { id: 1 } }],
    ['a page whose address only begins like ours', { id: 'companion', url: 'chrome-extension://companion.evil/x' }],
    ['nobody', {}],
  ] as const)('refuses %s', async (_who, sender) => {
    const { reached, send } = listen();
    expect(await send(start, sender)).toEqual(refused('sender'));
    expect(reached).toEqual([]);
  });

  it.each([
    ['a wrong value', { name: 'runs.start', request: { mode: 'deadly' } }],
    ['nothing', { name: 'runs.start' }],
    ['a number out of bounds', { name: 'runs.list', request: { limit: 1_000_000 } }],
    [
      'an empty token',
      {
        name: 'connection.saveTarget',
        request: { addressText: 'acme', token: '', profile: 'javelo', remember: false },
      },
    ],
  ])('refuses %s', async (_what, message) => {
    const { reached, send } = listen();
    expect(await send(message, page)).toEqual(refused('shape'));
    expect(reached).toEqual([]);
  });

  it('refuses what is too long, before it is looked at', async () => {
    const { reached, send } = listen();
    const message = { name: 'runs.start', request: { mode: 'live', padding: 'x'.repeat(30_000) } };
    expect(await send(message, page)).toEqual(refused('size'));
    expect(reached).toEqual([]);
  });

  it.each([['unknown.name'], ['constructor'], ['__proto__']])('refuses the unknown name %s', async (name) => {
    expect(await listen().send({ name, request: null }, page)).toEqual(refused('name'));
  });

  it.each([[null], ['text'], [{ type: 'else' }], [{ name: 7, request: null }]])('leaves %j alone', async (message) => {
    expect((await listen().send(message, page)).taken).toBe(false);
  });

  it('answers with what a handler throws, as data', async () => {
    const { send } = listen({
      'runs.cancel': () => Promise.reject(new CompanionError('target-rate-limited', { a: 1 }, { retryAfterMs: 9 })),
    });
    expect((await send({ name: 'runs.cancel', request: { runId: 'r' } }, page)).answer).toEqual({
      ok: false,
      error: { code: 'target-rate-limited', params: { a: 1 }, retryable: true, retryAfterMs: 9 },
    });
  });

  it('never repeats the words of an error that nobody foresaw: they may quote a secret', async () => {
    const { send } = listen({ 'runs.cancel': () => Promise.reject(new TypeError('token nm-secret is wrong')) });
    const { answer } = await send({ name: 'runs.cancel', request: { runId: 'r' } }, page);
    expect(answer).toEqual({
      ok: false,
      error: { code: 'internal', params: { name: 'TypeError' }, retryable: false },
    });
  });
});

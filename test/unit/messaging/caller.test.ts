import { describe, expect, it } from 'vitest';
import { findCaller, type Sender } from '../../../utils/messaging/caller.ts';
import { contentContexts, coversOrigin, type Sites } from '../../../utils/messaging/sites.ts';

const self = { id: 'companion', origin: 'moz-extension://companion/' };
const sites: Sites = {
  nmbrs: ['https://*.nmbrs.nl/*', 'https://*.nmbrs.se/*'],
  javelo: ['https://*.javelo.io/*'],
  flow: ['https://connect.kombo.dev/*'],
};
const from = (url: string, frameId = 0, more: Partial<Sender> = {}): Sender => ({
  id: 'companion',
  url,
  frameId,
  tab: { id: 7 },
  ...more,
});
const find = (sender: Sender, admitted: readonly string[] = contentContexts) =>
  findCaller(self, sender, admitted, async () => sites);

describe('the caller of a message', () => {
  it.each([
    ['nmbrs', 'https://acme.nmbrs.nl/applications/x'],
    ['nmbrs', 'https://acme.nmbrs.se/'],
    ['javelo', 'https://acme.javelo.io/settings?x=1'],
    ['flow', 'https://connect.kombo.dev/v1/link'],
  ])('is the script of %s at %s', async (context, url) => {
    expect(await find(from(url))).toEqual({
      context,
      tabId: 7,
      frameId: 0,
      origin: new URL(url).origin,
      topOrigin: null,
    });
  });

  it('is the flow in a frame, but nobody else', async () => {
    expect(await find(from('https://connect.kombo.dev/x', 12))).toMatchObject({ context: 'flow', frameId: 12 });
    const framed = from('https://connect.kombo.dev/x', 12, { tab: { id: 7, url: 'https://acme.javelo.io/settings' } });
    expect(await find(framed)).toMatchObject({ topOrigin: 'https://acme.javelo.io' });
    expect(await find(from('https://acme.javelo.io/', 12))).toBeNull();
    expect(await find(from('https://acme.nmbrs.nl/', 12))).toBeNull();
  });

  it.each([
    ['a host that only ends alike', from('https://evilnmbrs.nl/')],
    ['a host that only begins alike', from('https://acme.nmbrs.nl.evil.example/')],
    ['the name in the user part', from('https://acme.nmbrs.nl@evil.example/')],
    ['a page without encryption', from('http://acme.nmbrs.nl/')],
    ['another flow', from('https://connect.kombo.dev.evil.example/', 3)],
    ['a sandboxed frame of the flow', from('https://connect.kombo.dev/', 3, { origin: 'null' })],
    [
      'a frame whose origin is not its address',
      from('https://connect.kombo.dev/', 3, { origin: 'https://evil.example' }),
    ],
    ['another extension', from('https://acme.nmbrs.nl/', 0, { id: 'stranger' })],
    ['a script outside of tabs', from('https://acme.nmbrs.nl/', 0, { tab: undefined })],
    ['a frame that has no number', from('https://acme.nmbrs.nl/', 0, { frameId: undefined })],
    ['no address', from('', 0)],
    ['about:blank', from('about:blank', 0)],
  ])('is nobody for %s', async (_what, sender) => {
    expect(await find(sender)).toBeNull();
  });

  it('is nobody whom the message does not admit', async () => {
    expect(await find(from('https://acme.nmbrs.nl/'), ['page', 'javelo'])).toBeNull();
    expect(await find({ id: 'companion', url: 'moz-extension://companion/options.html' }, ['nmbrs'])).toBeNull();
  });
});

describe('a match pattern', () => {
  it.each([
    ['http://*.javelo.localhost/*', 'http://acme.javelo.localhost:4100', true],
    ['https://*.javelo.io/*', 'https://javelo.io', true],
    ['https://connect.kombo.dev/*', 'https://a.connect.kombo.dev', false],
    ['https://connect.kombo.dev/*', 'http://connect.kombo.dev', false],
    ['<all_urls>', 'https://acme.javelo.io', false],
    ['https://*.javelo.io/*', 'https://acme.javelo.io/path', false],
  ])('%s and %s: %s', (pattern, origin, covers) => {
    expect(coversOrigin(pattern, origin)).toBe(covers);
  });
});

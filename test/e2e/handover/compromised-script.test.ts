import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../browser/companion-page.ts';
import { enterNmbrs } from '../../support/admin.ts';
import { beginHandover, openIntegrations } from '../../support/javelo-admin.ts';
import { hasCard } from '../../support/page-card.ts';
import { useStage } from '../stage.ts';

/** The companion's own world in a page, which only the debugger of Chromium can enter. */
async function companionWorld(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const session: CDPSession = await page.createCDPSession();
  let id: number | undefined;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) id = context.id;
  });
  await session.send('Runtime.enable');
  const contextId = await eventually('the world of the content script', async () => id ?? null);
  return async (expression) => {
    const { result } = await session.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  };
}

// Whoever had broken into the renderer would speak with the content script's voice: what may that voice ask for?
describe('a content script that has been taken over, in chromium', () => {
  const stage = useStage('chromium', 5);
  let world: (expression: string) => Promise<unknown>;
  let page: Page;
  const send = (message: unknown) => world(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  const refused = (why: string) => ({ ok: false, error: { code: 'message-refused', params: { why } } });

  beforeAll(async () => {
    const options = await stage.companion.openOptions('connection');
    await enterNmbrs(options, stage.credentials);
    await (await beginHandover(stage.companion, stage.sandbox.ready, 'hosted')).close();
    page = await openIntegrations(stage.companion, stage.sandbox.ready);
    await eventually('the card', async () => (await hasCard(page)) || null);
    world = await companionWorld(page);
  });

  it.each([
    ['connection.get', null],
    ['secrets.status', null],
    ['secrets.setPassphrase', { passphrase: null }],
    ['runs.start', { mode: 'live' }],
    ['way.setFlowHost', { host: 'evil.javelo.io' }],
    ['handover.begin', { way: 'direct', address: 'acme', remember: true }],
    ['privacy.eraseEverything', null],
    // Of the flow's frame alone.
    ['handover.fill', { page: 'credentials' }],
  ])('may not send %s', async (name, request) => {
    expect(await send({ name, request })).toMatchObject(refused('sender'));
  });

  it.each([
    ['an unknown name', { name: 'handover.everything', request: null }, 'name'],
    ['a wrong shape', { name: 'handover.status', request: { frameOrigin: 7 } }, 'shape'],
    ['half a megabyte', { name: 'handover.status', request: { frameOrigin: 'x'.repeat(500_000) } }, 'size'],
  ])('is refused %s', async (_what, message, why) => {
    expect(await send(message)).toMatchObject(refused(why));
  });

  it('cannot use what belongs to the other way', async () => {
    expect(
      await send({ name: 'handover.takeScimToken', request: { token: 'attacker-token-0123456789' } }),
    ).toMatchObject({
      ok: false,
      error: { code: 'handover-not-begun' },
    });
  });

  it('learns that there is a token, and nothing of it', async () => {
    const status = await send({ name: 'handover.status', request: { frameOrigin: null } });
    expect(status).toMatchObject({ ok: true, data: { active: true, has: { token: true } } });
    const text = JSON.stringify(status);
    for (const secret of [stage.credentials.nmbrsToken, stage.credentials.email]) expect(text).not.toContain(secret);
    expect(
      await world('chrome.storage.session.get().then(() => "open", () => "closed")').catch(() => 'closed'),
    ).not.toBe('open');
  });

  it('another extension reaches nobody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stranger-'));
    try {
      writeFileSync(
        join(folder, 'manifest.json'),
        JSON.stringify({ manifest_version: 3, name: 'stranger', version: '1' }),
      );
      writeFileSync(join(folder, 'page.html'), '<!doctype html><title>stranger</title>');
      const id = await stage.companion.driver.browser.installExtension(folder);
      const stranger = await stage.companion.driver.browser.newPage();
      await stranger.goto(`chrome-extension://${id}/page.html`);
      const companionId = new URL(stage.companion.driver.origin).host;
      const answer = await stranger.evaluate(async (target) => {
        type Api = { runtime: { sendMessage(id: string, message: unknown): Promise<unknown> } };
        const { chrome } = globalThis as unknown as { chrome: Api };
        return chrome.runtime
          .sendMessage(target, { name: 'connection.get', request: null })
          .catch((error) => String(error));
      }, companionId);
      expect(String(answer)).toMatch(/Receiving end does not exist|undefined/);
      await stranger.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

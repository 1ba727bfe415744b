import { describe, expect, it } from 'vitest';
import { contract } from '../../utils/messaging/contract.ts';
import { browserKinds } from '../browser/browser-kind.ts';
import { connect, syncNow, testConnection } from '../support/admin.ts';
import { filesWith, heapText, storedText } from '../support/canary.ts';
import { beginHandover, flowField, flowFrame, openIntegrations, pressIntegration } from '../support/javelo-admin.ts';
import { clickCardUntil } from '../support/page-card.ts';
import { useStage } from './stage.ts';

/** Messages that only look, and ask for nothing in particular. */
const lookingMessages = Object.entries(contract)
  .filter(([name, { from, request }]) => {
    const looks = /\.(get|status|list|active|export|profile)$/.test(name);
    return looks && (from as readonly string[]).includes('page') && request.safeParse(null).success;
  })
  .map(([name]) => name);

describe.each(browserKinds)('secrets in %s', (kind) => {
  const stage = useStage(kind, 10);

  it('stay out of stored data, pages, consoles, answers, addresses and files', async () => {
    const { companion, credentials } = stage;
    const { browser } = companion.driver;
    const options = await connect(companion, credentials);
    await testConnection(options, 'nmbrs', /Connected/);
    await testConnection(options, 'javelo', /Connected/);
    const privacy = await companion.openOptions('privacy');
    await privacy.click('vault-remember-nmbrs-token');
    await privacy.waitText('vault-nmbrs-token', /Remembered/);
    await privacy.click('vault-remember-scim-token');
    await privacy.waitText('vault-scim-token', /Remembered/);
    const popup = await companion.openPopup();
    await syncNow(popup);
    const history = await companion.openOptions('history');
    await history.find('plan-row');
    const reloaded = await companion.openOptions('connection');
    await reloaded.find('nmbrs-token');

    const stored = await storedText(popup);
    expect(stored).toContain(credentials.email); // it looks in the right place
    const pages = [options, popup, history, reloaded, privacy];
    const read = pages.map(async (page) => [
      await page.content(),
      // biome-ignore lint/performance/useDomNodeTextContent: what is drawn is what a screenshot shows
      await page.page.evaluate(() => document.body.innerText),
      page.page.url(),
    ]);
    const answers = await popup.page.evaluate(async (names) => {
      type Api = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      const scope = globalThis as typeof globalThis & { browser?: Api; chrome?: Api };
      const told = names.map((name) => (scope.browser ?? scope.chrome)?.runtime.sendMessage({ name, request: null }));
      return JSON.stringify(await Promise.all(told));
    }, lookingMessages);
    expect(lookingMessages).toEqual(expect.arrayContaining(['connection.get', 'secrets.status', 'config.export']));
    expect(answers).toContain(credentials.email);
    const texts = [stored, answers, ...(await Promise.all(read)).flat(), ...pages.flatMap((page) => page.console)];
    for (const token of [credentials.nmbrsToken, credentials.javeloToken]) {
      expect(token.length).toBeGreaterThan(8);
      for (const text of texts) expect(text).not.toContain(token);
      expect(await reloaded.value('nmbrs-token')).not.toContain(token);
      expect(await reloaded.value('javelo-token')).not.toContain(token);
      expect(filesWith(browser, token).found).toEqual([]);
    }
    // The same search finds what does lie there in the clear.
    const { found, looked } = filesWith(browser, credentials.email);
    expect(looked).toBeGreaterThan(20);
    expect(found.length).toBeGreaterThan(0);
  });

  it('stay out of Javelo’s page and its content script while the flow is filled in', async () => {
    const { companion, sandbox, credentials } = stage;
    await (await beginHandover(companion, sandbox.ready, 'hosted')).close();
    const javelo = await openIntegrations(companion, sandbox.ready);
    const urls: string[] = [];
    javelo.on('request', (request) => urls.push(request.url()));
    await pressIntegration(javelo, 'Nmbrs', /^Connect$/);
    const flow = await flowFrame(javelo);
    await clickCardUntil(javelo, 'the subdomain page', () => flowField(flow, 'subdomain'));
    await clickCardUntil(javelo, 'the list', async () => ((await flow.$('.list')) ? true : null));
    await clickCardUntil(javelo, 'the page of credentials', () => flowField(flow, 'email'));
    await clickCardUntil(javelo, 'the token', async () => (await flowField(flow, 'token')) || null);
    const token = credentials.nmbrsToken;
    expect(await flowField(flow, 'token')).toBe(token);
    for (const text of [await javelo.content(), await flow.content(), ...urls]) expect(text).not.toContain(token);
    expect(await javelo.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
      token,
    );
    expect(filesWith(companion.driver.browser, token).found).toEqual([]);
    if (kind === 'chromium') {
      const heap = await heapText(javelo);
      expect(heap).toContain('companion:javelo'); // the content script's own world is in it
      expect(heap).not.toContain(token);
    }
  });

  it('are gone at once when everything is erased', async () => {
    const { companion, credentials } = stage;
    const privacy = await companion.openOptions('privacy');
    await privacy.click('erase');
    await privacy.click('erase-sure');
    await privacy.waitText('erase-done', /gone/);
    const after = await companion.openOptions('connection');
    expect(await after.value('nmbrs-domain')).toBe('');
    const stored = await storedText(after);
    for (const trace of [credentials.email, credentials.domain, credentials.javeloAddress]) {
      expect(stored).not.toContain(trace);
    }
    const vault = await companion.openOptions('privacy');
    expect(await vault.waitText('vault-nmbrs-token', /\S/)).toMatch(/None here/);
  });
});

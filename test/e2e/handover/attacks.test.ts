import type { Page } from 'puppeteer-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { browserKinds } from '../../browser/browser-kind.ts';
import { eventually } from '../../browser/companion-page.ts';
import { enterNmbrs } from '../../support/admin.ts';
import {
  beginHandover,
  clickText,
  flowField,
  flowFrame,
  openIntegrations,
  pressIntegration,
} from '../../support/javelo-admin.ts';
import { clickCard, clickCardUntil, hasCard } from '../../support/page-card.ts';
import { useStage } from '../stage.ts';

/** Long enough for a click on the card to have had its effect, had it one: measured well below half a second. */
async function stays<T>(what: string, ask: () => Promise<T | null>): Promise<void> {
  const changed = await eventually(what, ask, 2_000).catch(() => null);
  expect(changed).toBeNull();
}

// One line of the threat model each (README, Security).
describe.each(browserKinds)('attacks in %s', (kind) => {
  const stage = useStage(kind, 5);
  const pages: Page[] = [];

  beforeEach(async () => {
    for (const page of pages.splice(0)) await page.close();
    await stage.control.reset();
  });

  async function begin(way: 'hosted' | 'direct'): Promise<Page> {
    const { companion, sandbox, credentials } = stage;
    const options = await companion.openOptions('connection');
    await enterNmbrs(options, credentials);
    await options.close();
    await (await beginHandover(companion, sandbox.ready, way)).close();
    const page = await openIntegrations(companion, sandbox.ready);
    pages.push(page);
    return page;
  }

  async function atSubdomain(page: Page) {
    await pressIntegration(page, 'Nmbrs', /^Connect$/);
    const flow = await flowFrame(page);
    await clickCardUntil(page, 'the subdomain page', () => flowField(flow, 'subdomain'));
    return flow;
  }

  it('a page that posts messages gets nothing done', async () => {
    const page = await begin('direct');
    await eventually('the card', async () => (await hasCard(page)) || null);
    const before = await stage.companion.openOptions('connection');
    await page.evaluate(() => {
      const message = { name: 'handover.takeScimToken', request: { token: 'attacker-token-0123456789' } };
      for (const target of ['*', location.origin]) {
        window.postMessage(message, target);
        window.postMessage({ type: 'companion', ...message }, target);
      }
      for (const name of ['message', 'companion', message.name]) {
        document.dispatchEvent(new CustomEvent(name, { detail: message }));
      }
      const scope = globalThis as typeof globalThis & { chrome?: { runtime?: { sendMessage?(value: unknown): void } } };
      scope.chrome?.runtime?.sendMessage?.(message);
    });
    await stays('Javelo to be asked', async () => (await stage.control.state()).javelo.requests['GET /Users'] ?? null);
    await before.page.bringToFront();
    expect(await before.value('javelo-address')).toBe('');
    await before.close();
  });

  it('clicks that no hand made do nothing', async () => {
    const flow = await atSubdomain(await begin('hosted'));
    await flow.evaluate(() => {
      const host = [...document.documentElement.children].find((each) => /^x-[a-z]{6}$/.test(each.localName));
      const point = { bubbles: true, composed: true, clientX: innerWidth - 300, clientY: innerHeight - 50 };
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        host?.dispatchEvent(new MouseEvent(type, point));
        document.elementFromPoint(point.clientX, point.clientY)?.dispatchEvent(new MouseEvent(type, point));
      }
    });
    await stays('a value', async () => (await flowField(flow, 'subdomain')) || null);
  });

  it.each<readonly [string, 'html' | 'card', string, string]>([
    ['made invisible', 'html', 'opacity', '0'],
    // What the card says of itself is stronger than any sheet of the page; only a script gets at it. The same code judges in both.
    ...(kind === 'chromium'
      ? ([
          ['hidden by its own name', 'card', 'opacity', '0.01'],
          ['cut', 'card', 'clip-path', 'inset(0 0 1px 0)'],
          ['turned', 'card', 'rotate', '1deg'],
        ] as const)
      : []),
  ])('a card that the page has %s acts on no click', async (_how, what, property, value) => {
    const page = await begin('hosted');
    const flow = await atSubdomain(page);
    /** Gives the style of before. */
    const setStyle = (name: string, to: string | null): Promise<string> =>
      flow.evaluate(
        (which, style, given) => {
          const isCard = (each: Element) => /^x-[a-z]{6}$/.test(each.localName);
          const page = document.documentElement;
          const element = which === 'html' ? page : [...page.children].find(isCard);
          const before = element?.getAttribute('style') ?? '';
          if (given === null) element?.setAttribute('style', style);
          else if (element instanceof HTMLElement) element.style.setProperty(style, given, 'important');
          return before;
        },
        what,
        name,
        to,
      );
    const before = await setStyle(property, value);
    await clickCard(page);
    await stays('a value', async () => (await flowField(flow, 'subdomain')) || null);
    await setStyle(before, null);
    await clickCardUntil(page, 'the next page', async () => ((await flow.$('.list')) ? true : null));
  });

  it('a card under something else that lets clicks through acts on no click', async () => {
    const page = await begin('hosted');
    const flow = await atSubdomain(page);
    await flow.evaluate(() => {
      const lure = document.createElement('div');
      lure.setAttribute('popover', 'manual');
      lure.textContent = 'You have won. Click here.';
      lure.style.cssText = 'position:fixed;inset:auto 0 0 auto;width:400px;height:300px;margin:0;pointer-events:none';
      document.body.append(lure);
      lure.showPopover();
    });
    await clickCard(page);
    await stays('a value', async () => (await flowField(flow, 'subdomain')) || null);
  });

  it('a flow from another host gets no card and no value', async () => {
    await stage.control.switchProfile({ javeloPages: { flowAt: 'stranger' } });
    const page = await begin('hosted');
    await pressIntegration(page, 'Nmbrs', /^Connect$/);
    const flow = await flowFrame(page);
    expect(new URL(flow.url()).hostname).toBe('connect.kombo-connect.localhost');
    await clickText(flow, 'button', /^Continue$/);
    await eventually('the subdomain page', () => flowField(flow, 'subdomain'));
    await clickCard(page);
    await stays('a value', async () => (await flowField(flow, 'subdomain')) || null);
    expect(await flow.evaluate(() => document.documentElement.children.length)).toBe(2);
  });

  it('the true flow in somebody else’s page gets no value', async () => {
    const page = await begin('hosted');
    await pressIntegration(page, 'Nmbrs', /^Connect$/);
    const link = (await flowFrame(page)).url();
    const other = await stage.companion.driver.browser.newPage();
    pages.push(other);
    await other.setViewport({ width: 1280, height: 900 });
    await other.goto(stage.sandbox.ready.javelo.app.replace('acme', 'globex'), { waitUntil: 'load' });
    await other.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0';
      document.body.append(frame);
    }, link);
    const framed = await flowFrame(other);
    await clickText(framed, 'button', /^Continue$/);
    await eventually('the subdomain page', () => flowField(framed, 'subdomain'));
    await clickCard(other);
    await stays('a value', async () => (await flowField(framed, 'subdomain')) || null);
  });
});

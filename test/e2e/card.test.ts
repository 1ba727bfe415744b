import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { type BrowserKind, browserKinds } from '../browser/browser-kind.ts';
import { eventually } from '../browser/companion-page.ts';
import type { PageCard } from '../browser/page-card.ts';
import { coverOf } from '../support/card-cover.ts';
import { logIn, NmbrsPages, startGuide } from '../support/nmbrs-admin.ts';
import { NmbrsVisitor } from '../support/nmbrs-visitor.ts';
import { useStage } from './stage.ts';

/** Drawn in the page, in a frame, in shadow roots, and by a toolkit whose controls are plain elements (nmbrs-ui.md §5.5). */
const forms: Readonly<Record<BrowserKind, readonly string[]>> = { chromium: ['C', 'D', 'E', 'F'], firefox: ['A'] };

/** An ordinary screen, the same at 200 %, and the narrowest that pages must fit (WCAG 1.4.10). */
const windows = [
  { width: 1280, height: 900 },
  { width: 640, height: 450 },
  { width: 320, height: 568 },
] as const;

const ownType = 'Administrator Gebruiker (Client)';

/** Waits until the card has come to rest in the window over no control, and gives where it stands. */
async function restsBeside(card: PageCard) {
  const window = await card.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  let last: unknown = null;
  try {
    return await eventually(
      'the card beside the controls',
      async () => {
        const [cover, box] = [await coverOf(card.page), await card.box()];
        last = { cover, box };
        const isIn = (from: number, length: number, room: number) => from >= 0 && from + length <= room;
        const isInWindow = box && isIn(box.x, box.width, window.width) && isIn(box.y, box.height, window.height);
        return cover.controls > 0 && cover.covered.length === 0 && isInWindow ? box : null;
      },
      5_000,
    );
  } catch (error) {
    throw new Error(`${String(error)}: ${JSON.stringify(last)}`);
  }
}

/** Waits until it has not moved for longer than it waits for the page to come to rest. */
async function standsStill(card: PageCard): Promise<string> {
  let [last, times] = ['', 0];
  return eventually('the card to stand still', async () => {
    const box = JSON.stringify(await card.box());
    times = box === last ? times + 1 : 0;
    last = box;
    return times >= 8 && box !== 'null' ? box : null;
  });
}

describe.each(browserKinds)('the card on the pages of Nmbrs in %s', (kind) => {
  const stage = useStage(kind, 5);

  async function arrive(ui: Readonly<Record<string, unknown>>) {
    const nmbrs = new NmbrsPages(stage.sandbox.ready);
    await nmbrs.reset();
    await nmbrs.set({ rights: 'limited', ui });
    const card = await startGuide(stage.companion, stage.sandbox.ready);
    // Whoever was here before in this browser is still logged in, as everywhere.
    if ((await card.waitSays('loggedOut', 'openUserMenu', 'lost')) === 'loggedOut') await logIn(card.page);
    await card.waitSays('openUserMenu');
    return card;
  }

  it.each(forms[kind])('lies over no switch, in form %s, however small the window is', async (variant) => {
    const card = await arrive({ variant, shadow: 'open' });
    const { page } = card;
    const admin = new NmbrsVisitor(page, stage.sandbox.ready);
    // With the mouse: what the card lay over could not be pressed.
    await admin.openRights(ownType);
    await admin.chooseService('Employee Services');
    await admin.control('Absence2_GetList');
    for (const size of windows) {
      await page.setViewport({ ...size, deviceScaleFactor: 1 });
      await page.mouse.move(1, 1);
      await restsBeside(card);
    }
    await page.setViewport({ width: 1280, height: 900, deviceScaleFactor: 1 });
    const before = await standsStill(card);
    const seen = new Set<string>();
    for (let step = 1; step <= 6; step += 1) {
      await admin.content.evaluate(scrollRights, step * 90);
      seen.add(JSON.stringify(await card.box()));
    }
    expect([...seen]).toEqual([before]);
    await card.leave();
  });

  it('is styled, in the window and beside a balloon, on a zoomed page with a strict policy', async () => {
    const card = await arrive({ variant: 'C', csp: 'strict', walkme: true, zoom: 2 });
    const { page } = card;
    const { width } = await restsBeside(card);
    expect([320, 256]).toContain(Math.round(width));
    const at = await eventually('the ring', () => card.ringAt());
    const isUserMenu = (x: number, y: number) => document.elementFromPoint(x, y)?.closest('.user') !== null;
    expect(await page.evaluate(isUserMenu, at.x, at.y)).toBe(true);
    if (kind === 'chromium') {
      for (const [value, animation] of [
        ['no-preference', 'pulse'],
        ['reduce', 'none'],
      ] as const) {
        await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value }]);
        expect(await styleOf(page, 'ring', 'animation-name')).toBe(animation);
      }
    }
    await card.leave();
  });

  it('works with the keyboard inside a modal dialog, and takes neither the focus nor Escape from the page', async () => {
    const card = await arrive({ variant: 'A', modal: true });
    const { page } = card;
    const focused = () => page.evaluate(() => document.activeElement?.localName ?? '');
    expect(await focused()).toBe('button');
    for (let presses = 0; presses < 4 && !(await focused()).startsWith('x-'); presses += 1)
      await page.keyboard.press('Tab');
    expect(await focused()).toMatch(/^x-/);
    await page.keyboard.press('Escape');
    await eventually('the card to fold', () => card.find('guide-expand'));
    expect(await page.$('dialog[open]')).not.toBeNull();
    expect(await card.spoken()).toMatch(/Click your e-mail address/);
    // The focus went along: the same key that folds opens again.
    await page.keyboard.press('Enter');
    await eventually('the card to open', () => card.find('guide-card'));
    expect(await focused()).toMatch(/^x-/);
    await new NmbrsVisitor(page, stage.sandbox.ready).press('close');
    await eventually('the card outside of what was closed', async () => ((await card.box()) === null ? null : true));
    await restsBeside(card);
    await card.leave();
  });

  it('has its checklist in the popup, too', async () => {
    const card = await arrive({ variant: 'A' });
    const items = ['userType', 'rights', 'token', 'check'].map((id) => `checklist-${id}`);
    const plain = (text: string) => text.replace(/\s+/g, '');
    const onPage = (await Promise.all(items.map((id) => card.text(id)))).map(plain);
    expect(onPage.join()).toMatch(/now/);
    const popup = await stage.companion.openPopup();
    await popup.find('guide');
    expect((await Promise.all(items.map((id) => popup.text(id)))).map(plain)).toEqual(onPage);
    await popup.close();
    await card.page.bringToFront();
    await card.leave();
    const after = await stage.companion.openPopup();
    await after.find('set-up');
    expect(await after.has('guide')).toBe(false);
    await after.close();
  });
});

/** A computed style of the companion's element of this class, which only the debugger of Chromium can see. */
async function styleOf(page: Page, className: string, property: string): Promise<string | undefined> {
  const session = await page.createCDPSession();
  try {
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const search = (node: typeof root): typeof root | null => {
      const { attributes = [], children = [], shadowRoots = [] } = node;
      if (attributes[attributes.indexOf('class') + 1]?.split(' ').includes(className) === true) return node;
      for (const each of [...shadowRoots, ...children]) {
        const found = search(each);
        if (found) return found;
      }
      return null;
    };
    const nodeId = search(root)?.nodeId ?? 0;
    const { computedStyle } = await session.send('CSS.getComputedStyleForNode', { nodeId });
    return computedStyle.find(({ name }) => name === property)?.value;
  } finally {
    await session.detach();
  }
}

/** Scrolls the list of rights, wherever it is. */
const scrollRights = (top: number): void => {
  const search = (root: ParentNode): Element | null => {
    for (const each of root.querySelectorAll('*')) {
      if (each.matches('.apirights--list')) return each;
      const inside = each.shadowRoot ? search(each.shadowRoot) : null;
      if (inside) return inside;
    }
    return null;
  };
  search(document)?.scrollTo({ top, behavior: 'instant' });
};

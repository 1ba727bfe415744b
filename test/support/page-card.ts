import type { Page } from 'puppeteer-core';
import type { BrowserKind } from '../browser/browser-kind.ts';
import { findByTestId, readClosedRoot } from '../browser/closed-root.ts';
import { eventually } from '../browser/companion-page.ts';

/** The middle of the first of these on the card, in the page itself or in a frame that fills it. */
async function middleOf(page: Page, testId: string): Promise<{ readonly x: number; readonly y: number } | null> {
  const kind: BrowserKind = /firefox/i.test(await page.browser().version()) ? 'firefox' : 'chromium';
  for (const frame of [...page.frames()].reverse()) {
    // A frame may go while it is looked into.
    const root = await readClosedRoot(kind, frame).catch(() => null);
    const box = root && (await findByTestId(root, testId)[0]?.box());
    if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  return null;
}

/**
 * Clicks the card's first button with the mouse, unfolding the card where it is folded. Where there is no card, that is a
 * click on the place where it usually stands.
 */
export async function clickCard(page: Page): Promise<void> {
  const tab = await middleOf(page, 'guide-expand');
  if (tab) await page.mouse.click(tab.x, tab.y);
  const usual = () => page.evaluate(() => ({ x: innerWidth - 260, y: innerHeight - 60 }));
  const { x, y } = (await middleOf(page, 'card-action')) ?? (await usual());
  await page.mouse.click(x, y);
}

/** Clicks the card until the page shows what the click is for: nothing outside tells when the card has caught up. */
export async function clickCardUntil<T>(page: Page, what: string, ask: () => Promise<T | null>): Promise<T> {
  return eventually(what, async () => {
    const before = await ask();
    if (before !== null) return before;
    await clickCard(page);
    return eventually(what, ask, 1_000).catch(() => null);
  });
}

/** Whether the companion shows a card in the page. */
export async function hasCard(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.documentElement.children].some((each) => /^x-[a-z]{6}$/.test(each.localName)),
  );
}

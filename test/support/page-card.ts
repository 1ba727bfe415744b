import type { Page } from 'puppeteer-core';
import { eventually } from '../browser/companion-page.ts';

// The card's place and measures, as components/page-card/page-card.css has them.
const card = { width: 340, margin: 20, padding: 16, buttonHeight: 38 };

/**
 * Clicks the card's first button with the mouse. Scripts cannot see into its closed shadow root, so it is found as eyes
 * find it: at the lower left of the card, which stands in the lower right corner.
 */
export async function clickCard(page: Page): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const x = width - card.margin - card.width + card.padding + 30;
  const y = height - card.margin - card.padding - card.buttonHeight / 2;
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
    [...document.documentElement.children].some((each) => /^c-[0-9a-f]{8}$/.test(each.localName)),
  );
}

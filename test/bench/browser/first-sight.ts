import type { Page } from 'puppeteer-core';

type Marked = typeof globalThis & { firstSight?: Promise<number> };

/**
 * Lets the page itself note when something first shows, in ms since it was opened: asked from outside, the asking would be
 * timed too. To be called before the page is opened.
 */
export async function noteFirstSight(page: Page, selector: string): Promise<void> {
  await page.evaluateOnNewDocument((wanted) => {
    (globalThis as Marked).firstSight = new Promise((done) => {
      const look = (): boolean => {
        const found = document.querySelector(wanted) !== null;
        // Painted, not only put there.
        if (found) requestAnimationFrame(() => setTimeout(() => done(performance.now())));
        return found;
      };
      const observer = new MutationObserver(() => look() && observer.disconnect());
      observer.observe(document, { childList: true, subtree: true, attributes: true });
    });
  }, selector);
}

/** What the page noted. */
export function firstSight(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as Marked).firstSight ?? Number.NaN);
}

/** From a change of the address within the page until something shows, in ms. */
export function sightAfterHash(page: Page, hash: string, selector: string): Promise<number> {
  return page.evaluate(
    (to, wanted) =>
      new Promise<number>((done) => {
        const startedAt = performance.now();
        const observer = new MutationObserver(() => {
          if (document.querySelector(wanted) === null) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - startedAt)));
        });
        observer.observe(document, { childList: true, subtree: true });
        location.hash = to;
      }),
    hash,
    selector,
  );
}

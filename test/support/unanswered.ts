import type { Page } from 'puppeteer-core';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';

type Api = typeof globalThis & Record<'chrome' | 'browser', { runtime: { sendMessage: unknown } } | undefined>;

/**
 * For a tab of Chromium, before one of the companion's pages is opened in it: the background takes its time over every question,
 * for as long as the page is open.
 */
export async function slowBackground(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const { chrome, browser } = globalThis as Api;
    for (const api of [chrome, browser]) if (api) api.runtime.sendMessage = () => new Promise(() => {});
  });
}

/** The same, but every question is answered with the companion's own word for a journal that cannot be read. */
export async function failingBackground(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const { chrome, browser } = globalThis as Api;
    const refuse = (...args: readonly unknown[]) => {
      const answer = { ok: false, error: { code: 'storage-refused', params: {}, retryable: true } };
      const done = args.at(-1);
      return typeof done === 'function' ? void done(answer) : Promise.resolve(answer);
    };
    for (const api of [chrome, browser]) if (api) api.runtime.sendMessage = refuse;
  });
}

/** Waits until a page is there, whatever it waits for itself. */
export async function untilDrawn({ page }: CompanionPage): Promise<void> {
  await eventually('the page to be drawn', () => page.evaluate(() => document.querySelector('h1') && true));
}

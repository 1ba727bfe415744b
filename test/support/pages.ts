import type { Companion } from '../browser/companion.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';

/** Every page of the dashboard by its address; the popup has a page of its own. */
export const dashboardPages = [
  'setup',
  'people',
  'people/560188',
  'organisation',
  'preview',
  'history',
  'mapping',
  'scope',
  'settings',
  'connection',
  'way',
  'privacy',
] as const;

export type Theme = 'light' | 'dark';

/** Opens a page of the dashboard, or the popup, in a theme, and waits until it shows what it has to show. */
export async function openInTheme(companion: Companion, address: string, theme: Theme): Promise<CompanionPage> {
  const page = await (address === 'popup' ? companion.openPopup() : companion.openOptions(address));
  await showTheme(page, theme);
  await settle(page);
  return page;
}

/** Shows an open page in a theme. What moves is neither judged nor painted half way. */
export async function showTheme({ page }: CompanionPage, theme: Theme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Waits until nothing is a skeleton any more, and nothing is busy. */
export async function settle(page: CompanionPage): Promise<void> {
  await eventually('the page to be there', () =>
    page.page.evaluate(() => {
      const there = document.querySelector('h1, .sentence') !== null;
      return there && document.querySelector('.skeleton, [aria-busy="true"]') === null ? true : null;
    }),
  );
}

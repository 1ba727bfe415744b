import { pages } from '../../entrypoints/options/pages.ts';
import type { Companion, Prepare } from '../browser/companion.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';

/** Every page of the dashboard by its address, from the dashboard's own list, and one person's page of the demo; the popup has a page of its own. */
export const dashboardPages: readonly string[] = [...Object.keys(pages), 'people/560188'];

/** All that an admin can open. */
export const addresses: readonly string[] = ['popup', ...dashboardPages];

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Opens a page of the dashboard, or the popup, in a theme, and waits until it shows what it has to show. */
export async function openInTheme(companion: Companion, address: string, theme: Theme): Promise<CompanionPage> {
  const page = await openAddress(companion, address);
  await showTheme(page, theme);
  await settle(page);
  return page;
}

/** Opens a page of the dashboard, or the popup; what it shows may still be on its way. */
export function openAddress(companion: Companion, address: string, prepare?: Prepare): Promise<CompanionPage> {
  return address === 'popup' ? companion.openPopup(prepare) : companion.openOptions(address, prepare);
}

export async function showTheme({ page }: CompanionPage, theme: Theme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    // What moves is neither judged nor painted half way.
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

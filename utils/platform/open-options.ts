import { browser } from './browser.ts';

/** Opens the dashboard at one of its pages, in a tab of its own. */
export async function openOptionsAt(page: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`options.html#/${page}`) });
}

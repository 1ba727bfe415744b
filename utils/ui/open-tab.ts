import { browser } from '../platform/browser.ts';

/** Opens a web address in a tab of its own. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

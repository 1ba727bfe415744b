import { browser } from '../platform/browser.ts';
import { type Route, routeHash } from './route.ts';

/** Opens the dashboard at a page of it, in a tab, and closes the popup. */
export async function openOptions(route: Route): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${routeHash(route)}`) });
  window.close();
}

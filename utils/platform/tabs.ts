import { browser } from './browser.ts';

/** Opens an address in a new tab; gives the tab's id. */
export async function openTab(url: string): Promise<number> {
  const { id } = await browser.tabs.create({ url });
  if (id === undefined) throw new Error('the browser gave the tab no id');
  return id;
}

/** Brings a tab and its window to the front; a tab that was closed stays so. */
export async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true }).catch(() => null);
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true }).catch(() => null);
}

/** Tells the content script in a tab's top frame something and gives its answer; null where none listens. */
export async function tellTab(tabId: number, message: unknown): Promise<unknown> {
  return browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => null);
}

/** Opens one of our pages in a small window of its own, where no web page can lie above it; in a tab where there are no windows (Android). */
export async function openOwnWindow(
  path: string,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  const url = browser.runtime.getURL(path as '/');
  const opened = await browser.windows?.create({ url, type: 'popup', ...size }).catch(() => null);
  if (!opened) await browser.tabs.create({ url });
}

export function onTabClosed(callback: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(callback);
}

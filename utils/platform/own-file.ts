import { browser } from './browser.ts';

/** Reads a file of the extension's own package. */
export async function readOwnJson(path: string): Promise<unknown> {
  return (await fetch(browser.runtime.getURL(path))).json();
}

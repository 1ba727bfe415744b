import type { browser as polyfilled } from './browser.ts';

type Api = typeof polyfilled;

/**
 * The browser's own API, for whatever is put into pages: what content scripts call of it gives promises in every browser
 * that takes a Manifest V3, and the polyfill would be a twelfth of the whole script. Asked for at every call, since the
 * build runs these files where there is no browser.
 */
export function contentBrowser(): Pick<Api, 'runtime'> {
  const { browser, chrome } = globalThis as typeof globalThis & { readonly browser?: Api; readonly chrome?: Api };
  const api = browser ?? chrome;
  if (!api) throw new Error('No extension runs here');
  return api;
}

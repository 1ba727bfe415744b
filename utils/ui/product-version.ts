import { browser } from '../platform/browser.ts';

/** The companion's own version, as the manifest says it. */
export function productVersion(): string {
  return browser.runtime.getManifest().version;
}

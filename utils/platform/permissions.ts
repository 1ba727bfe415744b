import { browser } from './browser.ts';

/** The match pattern that covers a URL's host (patterns know no ports). Null for what is no http(s) URL. */
export function originPattern(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  return `${parsed.protocol}//${parsed.hostname}/*`;
}

/** The hosts that a way needs in Javelo: its pages, and its API or the connection flow. Empty parts where nothing sensible was typed. */
export function hostsOfWay(way: 'hosted' | 'direct', address: string, flow: string | null): readonly string[] {
  const text = address.trim();
  const pages = originPattern(/^[a-z0-9-]+$/i.test(text) ? `https://${text}.javelo.io` : withScheme(text));
  const other = way === 'hosted' ? flow : apiPattern(pages);
  return [pages, other].filter((pattern) => pattern !== null);
}

function withScheme(text: string): string {
  return text.includes('://') ? text : `https://${text}`;
}

/** Javelo's API host stands beside every tenant's own (javelo-scim.md §1). */
function apiPattern(pages: string | null): string | null {
  return pages === null ? null : pages.replace(/\/\/[^.]+\./, '//api.');
}

/** Whether every one of the hosts may be reached now. */
export async function mayReach(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/**
 * Asks the admin for the hosts. Only from a click, and before anything is awaited: Firefox forgets the click otherwise.
 * False when refused, or when the manifest does not know the host.
 */
export async function askToReach(origins: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...origins] });
  } catch {
    return mayReach(origins);
  }
}

/** The hosts that were granted on top of what the manifest always has. */
export async function grantedHosts(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const always = browser.runtime.getManifest().host_permissions ?? [];
  return origins.filter((origin) => !always.includes(origin));
}

/** Gives hosts back to the browser; what was never granted, or cannot be given back, is left as it is. */
export async function giveBackHosts(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await browser.permissions.remove({ origins: [...origins] }).catch(() => false);
}

/** Calls back when hosts were taken away or given. */
export function onHostsChanged(callback: () => void): () => void {
  browser.permissions.onRemoved.addListener(callback);
  browser.permissions.onAdded.addListener(callback);
  return () => {
    browser.permissions.onRemoved.removeListener(callback);
    browser.permissions.onAdded.removeListener(callback);
  };
}

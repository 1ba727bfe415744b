/** What an admin types or pastes as an address, turned into what the connectors need. Pure; `null` = not understood. */

export interface NmbrsAddress {
  /** The subdomain of the environment: `acme` of `acme.nmbrs.nl`; Nmbrs calls it the domain (nmbrs-api.md §2.3). */
  readonly domain: string;
  readonly apiUrl: string;
}

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// Hosts of Nmbrs that are nobody's environment (nmbrs-ui.md §1.1).
const reserved: ReadonlySet<string> = new Set(['api', 'api-sandbox', 'support', 'www', 'login', 'identity']);

/**
 * Accepts `acme`, `acme.nmbrs.nl`, or any address of the environment pasted whole. Swedish environments have their own
 * API host (nmbrs-api.md §1). `acme.example` is somebody else's host and refused.
 */
export function parseNmbrsAddress(input: string): NmbrsAddress | null {
  const host = hostOf(input);
  if (host === null) return null;
  const [domain = '', ...rest] = host.split('.');
  const suffix = rest.join('.');
  if (!label.test(domain) || reserved.has(domain)) return null;
  if (suffix === '' || suffix === 'nmbrs.nl') return { domain, apiUrl: 'https://api.nmbrs.nl/soap/v3' };
  if (suffix === 'nmbrs.se') return { domain, apiUrl: 'https://api.nmbrs.se/soap/v3' };
  // The browser resolves *.localhost to this machine only: environments of the sandbox.
  if (suffix === 'nmbrs.localhost') return { domain, apiUrl: 'https://api.nmbrs.nl/soap/v3' };
  return null;
}

/** Full address of a Nmbrs API typed by hand (advanced): https, except on this machine; no trailing slash. */
export function parseApiUrl(input: string): string | null {
  const host = hostOf(input);
  const match = /^(https?):\/\/([^/?#\s]+)([^?#\s]*)/i.exec(input.trim());
  if (!host || !match) return null;
  const [, scheme = '', authority = '', path = ''] = match;
  const local = host === '127.0.0.1' || host === 'localhost' || host.endsWith('.localhost');
  if (scheme.toLowerCase() === 'http' && !local) return null;
  return `${scheme.toLowerCase()}://${authority.toLowerCase()}${path.replace(/\/+$/, '')}`;
}

/** The host in lower case, without scheme, user, port and path; null where there is none. */
function hostOf(input: string): string | null {
  const text = input.trim().toLowerCase();
  const match = /^(?:[a-z]+:\/\/)?(?:[^/?#@\s]*@)?([a-z0-9.-]+)(?::\d+)?(?:[/?#]\S*)?$/.exec(text);
  return match?.[1] ?? null;
}

import { parseNmbrsAddress } from './addresses.ts';

/** Where a tenant's Nmbrs pages are. */
export interface TenantAddress {
  /** The first part of the host: the environment's name for the API too. */
  readonly tenant: string;
  readonly origin: string;
  /** The match pattern of the host, to ask the browser for it. */
  readonly pattern: string;
}

/** Understands `acme`, `acme.nmbrs.nl` and a whole pasted address. Null for what is no environment's address. */
export function tenantAddress(input: string): TenantAddress | null {
  const address = parseNmbrsAddress(input);
  if (address === null) return null;
  const text = input.trim().toLowerCase();
  const local = /^http:\/\/[a-z0-9-]+\.nmbrs\.localhost(?::\d+)?/.exec(text)?.[0];
  const origin = local ?? `https://${address.domain}.nmbrs.${/\.nmbrs\.se(?:[:/?#]|$)/.test(text) ? 'se' : 'nl'}`;
  // Patterns know no ports.
  return { tenant: address.domain, origin, pattern: `${origin.replace(/:\d+$/, '')}/*` };
}

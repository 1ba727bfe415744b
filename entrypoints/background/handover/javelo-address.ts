import { CompanionError } from '../../../utils/core/errors.ts';
import { coversOrigin } from '../../../utils/messaging/sites.ts';

/** The origin of a tenant's Javelo from what was typed: `acme`, `acme.javelo.io`, or any address in it. Throws `target-address`. */
export function javeloOrigin(input: string, patterns: readonly string[]): string {
  const text = input.trim().toLowerCase();
  const address = /^[a-z0-9-]+$/.test(text)
    ? `https://${text}.javelo.io`
    : text.includes('://')
      ? text
      : `https://${text}`;
  const { origin, hostname } = URL.canParse(address) ? new URL(address) : { origin: '', hostname: '' };
  const isTenant = !/^(api|www|support)\./.test(hostname) && hostname.split('.').length > 2;
  if (isTenant && patterns.some((pattern) => coversOrigin(pattern, origin))) return origin;
  throw new CompanionError('target-address', { input: input.slice(0, 60) });
}

/** Where SCIM answers: one API host beside every tenant's own (javelo-scim.md §1). */
export function apiOf(origin: string): string {
  const url = new URL(origin);
  url.hostname = url.hostname.replace(/^[^.]+/, 'api');
  return url.origin;
}

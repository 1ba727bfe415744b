import { parseApiUrl, parseNmbrsAddress } from '../../core/connection/addresses.ts';
import { CompanionError } from '../../core/errors.ts';

export interface NmbrsEndpoints {
  /** Without a slash at its end: `https://api.nmbrs.nl/soap/v3`. */
  readonly apiUrl: string;
  /** The subdomain only (nmbrs-api.md §2.2). */
  readonly domain: string;
  /** Dialling code of the country the environment belongs to, for numbers written without one. */
  readonly dialCode: '31' | '46';
}

/**
 * Addresses of one connection from what an admin typed: `acme`, `acme.nmbrs.nl` or a whole pasted address.
 * An API address that is given wins over the one that follows from the host.
 * Throws CompanionError `source-domain`, which quotes the input.
 */
export function resolveEndpoints(input: { readonly domain: string; readonly apiUrl?: string }): NmbrsEndpoints {
  const address = parseNmbrsAddress(input.domain);
  if (!address) throw new CompanionError('source-domain', { input: input.domain.trim() });
  const typed = input.apiUrl?.trim() ?? '';
  const apiUrl = typed === '' ? address.apiUrl : parseApiUrl(typed);
  if (apiUrl === null) throw new CompanionError('source-domain', { input: typed });
  return { apiUrl, domain: address.domain, dialCode: isSwedish(apiUrl) ? '46' : '31' };
}

function isSwedish(apiUrl: string): boolean {
  return new URL(apiUrl).hostname.endsWith('.se');
}

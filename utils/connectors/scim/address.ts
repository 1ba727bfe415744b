import { CompanionError } from '../../core/errors.ts';

const defaultPath = '/scim/v2';
/** Javelo's API host is the same for every tenant (javelo-scim.md §1); admins tend to paste their tenant's web address. */
const javeloApiHost = 'api.javelo.io';
const javeloWebHost = /^(?!api\.)[a-z0-9-]+\.javelo\.io$/;
const endpointTail = /\/(?:Users|Groups|Me|Bulk|Schemas|ResourceTypes|ServiceProviderConfig)(?:\/.*)?$/i;

/**
 * Takes what an admin types or pastes (`api.javelo.io`, `https://api.javelo.io/scim/v2/Users?count=3`, a tenant's web address)
 * and gives the SCIM base URL without a trailing slash. Only https, except to this very machine.
 * Throws CompanionError `target-address` for anything else.
 */
export function scimBaseUrl(input: string): string {
  const url = parseAddress(input);
  const loopback = isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) throw refused(input);
  if (url.username !== '' || url.password !== '') throw refused(input);
  if (!loopback && !isPublicName(url.hostname)) throw refused(input);
  const path = basePath(url.pathname);
  if (javeloWebHost.test(url.hostname) && !/\/scim\b/i.test(url.pathname)) {
    return `https://${javeloApiHost}${defaultPath}`;
  }
  return `${url.origin}${path}`;
}

function parseAddress(input: string): URL {
  const text = input.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${schemeFor(text)}://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(withScheme)) throw refused(input);
  return new URL(withScheme);
}

function schemeFor(text: string): 'http' | 'https' {
  const host = /^(\[[^\]]*\]|[^/:?#]*)/.exec(text)?.[1] ?? '';
  return isLoopback(host) ? 'http' : 'https';
}

function basePath(pathname: string): string {
  const path = pathname.replace(endpointTail, '').replace(/\/+$/, '');
  if (path === '') return defaultPath;
  return /\/scim$/i.test(path) ? `${path}/v2` : path;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}

/** A host name with a top-level domain: keeps out single words, addresses by number, and tokens pasted into the wrong field. */
function isPublicName(hostname: string): boolean {
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/.test(hostname);
}

function refused(input: string): CompanionError {
  return new CompanionError('target-address', { input: quotable(input) });
}

/** What was typed may be the token itself, so long unbroken runs and everything that can carry a password are not repeated. */
function quotable(input: string): string {
  const text = input
    .trim()
    .replace(/\/\/[^/@]*@/, '//…@')
    .replace(/[?#].*$/s, '');
  return text.replace(/[^\s./:@]{25,}/g, '…').slice(0, 100);
}

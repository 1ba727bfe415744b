import type { SandboxRequest } from '../../http.ts';
import { ScimError } from './scim-error.ts';
import type { JaveloSystem } from './system.ts';

export function checkToken(request: SandboxRequest, token: string): void {
  const [scheme, value] = (request.headers.authorization ?? '').split(/\s+/, 2);
  if (scheme?.toLowerCase() === 'bearer' && value === token) return;
  throw new ScimError(401, 'The bearer token is missing or not valid.', undefined, {
    'www-authenticate': 'Bearer realm="scim"',
  });
}

/** "429 (max 300 requests in 5 min)" (javelo-scim.md §2.2), as a sliding window; a refused request costs nothing. */
export function checkRate(system: JaveloSystem): void {
  const { rate, retryAfter } = system.switches;
  if (rate === null) return;
  const now = system.now();
  const stale = system.allowed.findIndex((time) => time > now - rate.windowMs);
  system.allowed.splice(0, stale === -1 ? system.allowed.length : stale);
  if (system.allowed.length < rate.requests) {
    system.allowed.push(now);
    return;
  }
  const oldest = system.allowed[system.allowed.length - rate.requests] ?? now;
  const seconds = Math.max(1, Math.ceil((oldest + rate.windowMs - now) / 1000));
  const headers: Record<string, string> = {};
  if (retryAfter === 'seconds') headers['retry-after'] = String(seconds);
  if (retryAfter === 'date') headers['retry-after'] = new Date(Math.ceil(now / 1000 + seconds) * 1000).toUTCString();
  throw new ScimError(429, 'Too many requests.', undefined, headers);
}

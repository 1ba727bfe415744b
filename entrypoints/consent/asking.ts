import { parseNmbrsAddress } from '../../utils/core/connection/addresses.ts';
import { tenantAddress } from '../../utils/core/connection/tenant-address.ts';
import { originPattern } from '../../utils/platform/permissions.ts';

/** Which page asks: `#/<tab>/<origin>`, written by our own background. */
export interface Asking {
  readonly tabId: number;
  readonly host: string;
  /** The API's host, to ask the browser for it in the same click; null where it needs no asking. */
  readonly apiPattern: string | null;
}

export function readAsking(hash: string): Asking | null {
  const [tab = '', origin = ''] = hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  const address = tenantAddress(origin);
  const api = parseNmbrsAddress(origin);
  if (!/^\d+$/.test(tab) || !address || !api) return null;
  const https = address.origin.startsWith('https:');
  return {
    tabId: Number(tab),
    host: new URL(address.origin).hostname,
    apiPattern: https ? originPattern(api.apiUrl) : null,
  };
}

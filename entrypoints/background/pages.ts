import { resolveEndpoints } from '../../utils/connectors/nmbrs/endpoints.ts';
import type { Sites } from '../../utils/messaging/sites.ts';
import { registerPageScripts } from '../../utils/platform/content-scripts.ts';
import { originPattern } from '../../utils/platform/permissions.ts';
import type { Settings } from '../../utils/ports/settings.ts';

const usual = {
  nmbrs: ['https://*.nmbrs.nl/*', 'https://*.nmbrs.se/*'],
  javelo: ['https://*.javelo.io/*'],
};

/** The sandbox's hosts. The condition is decided when the extension is built: a production build knows nothing of them. */
const sandbox =
  import.meta.env.MODE === 'e2e'
    ? { nmbrs: ['http://*.nmbrs.localhost/*'], javelo: ['http://*.javelo.localhost/*'], flow: /\.kombo\.localhost$/ }
    : { nmbrs: [], javelo: [], flow: null };

/** The pattern of the flow's host; null for a host that the manifest may not ask for. */
export function flowPattern(host: string): string | null {
  if (/(^|\.)(kombo\.dev|javelo\.io)$/.test(host)) return originPattern(`https://${host}`);
  return sandbox.flow?.test(host) ? originPattern(`http://${host}`) : null;
}

/** The API behind a tenant's pages, from their origin. In the end-to-end build the sandbox's stands on this machine, at the same port. */
export function apiUrlOf(origin: string): string {
  const { hostname, port } = new URL(origin);
  if (import.meta.env.MODE === 'e2e' && hostname.endsWith('.localhost')) return `http://127.0.0.1:${port}/soap/v3`;
  return resolveEndpoints({ domain: origin }).apiUrl;
}

/** Where content scripts may run and speak from. The flow's host is what the admin configured, since its name is inferred. */
export async function readSites(settings: Pick<Settings, 'readHandover'>): Promise<Sites> {
  const { flowHost } = await settings.readHandover();
  const flow = flowPattern(flowHost);
  return {
    nmbrs: [...usual.nmbrs, ...sandbox.nmbrs],
    javelo: [...usual.javelo, ...sandbox.javelo],
    flow: flow ? [flow] : [],
  };
}

/** The pages that content scripts work in, as the background handles them. */
export interface Pages {
  readonly sites: () => Promise<Sites>;
  /** Puts each site's script where the admin has granted its host; tabs that are open get theirs at once. */
  readonly enter: () => Promise<void>;
}

/** Registers the scripts of the sites: at every start, and whenever a host or the flow's address changes. */
export async function enterPages({ nmbrs, javelo, flow }: Sites, openTabsToo: boolean): Promise<void> {
  try {
    await registerPageScripts(
      [
        { id: 'nmbrs', patterns: nmbrs, allFrames: false },
        { id: 'javelo', patterns: javelo, allFrames: false },
        { id: 'flow', patterns: flow, allFrames: true },
      ],
      openTabsToo,
    );
  } catch (error) {
    console.error('Pages cannot be entered:', error instanceof Error ? error.name : typeof error);
  }
}

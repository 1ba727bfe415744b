/** The sites that the companion's content scripts run in: the Nmbrs admin pages, Javelo's pages, and the connection flow that Javelo embeds. */
export const contentContexts = ['nmbrs', 'javelo', 'flow'] as const;
export type ContentContext = (typeof contentContexts)[number];

/** Match patterns (`https://*.javelo.io/*`) of each site; the path is always `/*`. */
export type Sites = Readonly<Record<ContentContext, readonly string[]>>;

/** The guide and the hand-over sit in the page itself; the flow is a frame in Javelo's page, or a tab of its own (javelo-scim.md §4). */
const topFrameOnly: Readonly<Record<ContentContext, boolean>> = { nmbrs: true, javelo: true, flow: false };

export function mayRunInFrame(context: ContentContext, frameId: number): boolean {
  return frameId === 0 || !topFrameOnly[context];
}

/** Whether an origin (`https://acme.javelo.io`, with its port where it has one) falls under a match pattern, which knows no ports. */
export function coversOrigin(pattern: string, origin: string): boolean {
  const parts = /^(https?):\/\/(\*\.)?([a-z0-9.-]+)\/\*$/.exec(pattern);
  if (!parts || !URL.canParse(origin)) return false;
  const { protocol, hostname, origin: exact } = new URL(origin);
  if (exact !== origin || protocol !== `${parts[1]}:`) return false;
  const host = parts[3] ?? '';
  return hostname === host || (parts[2] !== undefined && hostname.endsWith(`.${host}`));
}

/** Pages with nothing after their name in the address. */
const plainPages = [
  'settings',
  'setup',
  'connection',
  'way',
  'privacy',
  'mapping',
  'scope',
  'organisation',
  'drift',
  'javelo-settings',
  'import-file',
] as const;
type PlainPage = (typeof plainPages)[number];

/** A page of the dashboard with what it is to show. */
export type Route =
  | { readonly page: PlainPage }
  | {
      readonly page: 'preview';
      /** null = the plan that waits for the admin, or the newest preview. */
      readonly runId: string | null;
    }
  | {
      readonly page: 'people';
      /** null = everyone. */
      readonly sourceId: string | null;
    }
  | {
      readonly page: 'history';
      /** null = the newest. */
      readonly runId: string | null;
      /** Shows those who need the admin first of all. */
      readonly attention?: boolean;
    };

export type PageName = Route['page'];
export type RouteOf<N extends PageName> = Extract<Route, { readonly page: N }>;

/** `#/history/<run>` and so on; anything unknown is the set-up. */
export function parseRoute(hash: string): Route {
  const [page, id, show] = hash.replace(/^#?\/?/, '').split('/');
  if (page === 'history') return { page, runId: id ? readId(id) : null, attention: show === 'attention' };
  if (page === 'people') return { page, sourceId: id ? readId(id) : null };
  if (page === 'preview') return { page, runId: id ? readId(id) : null };
  return { page: plainPages.find((plain) => plain === page) ?? 'setup' };
}

export function routeHash(route: Route): string {
  switch (route.page) {
    case 'history':
      if (route.runId === null) return '#/history';
      return `#/history/${encodeURIComponent(route.runId)}${route.attention ? '/attention' : ''}`;
    case 'preview':
      return route.runId === null ? '#/preview' : `#/preview/${encodeURIComponent(route.runId)}`;
    case 'people':
      return route.sourceId === null ? '#/people' : `#/people/${encodeURIComponent(route.sourceId)}`;
    default:
      return `#/${route.page}`;
  }
}

/** A page as the navigation opens it. */
export function pageStart(page: PageName): Route {
  if (page === 'people') return { page, sourceId: null };
  return page === 'history' || page === 'preview' ? { page, runId: null } : { page };
}

/** An address may be typed by anybody: what is no valid encoding is taken as it stands. */
function readId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import { useEffect, useState } from 'preact/hooks';

export type Route =
  | { readonly page: 'connection' }
  | {
      readonly page: 'history';
      /** null = the newest. */
      readonly runId: string | null;
      /** Shows those who need the admin first of all. */
      readonly attention?: boolean;
    };

/** `#/history/<run>` and so on; anything unknown is the connection page. */
export function parseRoute(hash: string): Route {
  const [page, id, show] = hash.replace(/^#?\/?/, '').split('/');
  if (page === 'history') {
    return { page: 'history', runId: id ? readId(id) : null, attention: show === 'attention' };
  }
  return { page: 'connection' };
}

export function routeHash(route: Route): string {
  if (route.page === 'connection') return '#/connection';
  if (route.runId === null) return '#/history';
  return `#/history/${encodeURIComponent(route.runId)}${route.attention ? '/attention' : ''}`;
}

/** An address may be typed by anybody: what is no valid encoding is taken as it stands. */
function readId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const onChange = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return route;
}

import type { SandboxHandler, SandboxReply } from './http.ts';
import type { JaveloPages } from './javelo/pages/index.ts';
import { isFlowHost } from './kombo/index.ts';
import type { Nmbrs } from './nmbrs/index.ts';

/** What the pages of both products work on: the account with its token and rights, and Javelo's own pages. */
export interface AppSystems {
  readonly nmbrs: Nmbrs;
  readonly javelo: JaveloPages;
}

const notHere = (host: string): SandboxReply => ({
  status: 404,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>404</title></head><body><h1>${host}</h1><p>There is no such page.</p></body></html>`,
});

/** Answers for `*.nmbrs.localhost` and `*.javelo.localhost`: the place where the admin pages of both hang in. */
export const createApps =
  ({ javelo }: AppSystems): SandboxHandler =>
  (request) => {
    const { hostname } = request.url;
    if (isFlowHost(hostname)) return javelo.flow(request);
    if (hostname.endsWith('.javelo.localhost')) return javelo.handle(request);
    return notHere(hostname);
  };

/** `api.javelo.localhost` is no page: like `api.javelo.io` it is where SCIM answers, for every tenant (javelo-scim.md §1). */
export const isAppHost = (hostname: string): boolean =>
  isFlowHost(hostname) || (/\.(nmbrs|javelo)\.localhost$/.test(hostname) && !hostname.startsWith('api.'));

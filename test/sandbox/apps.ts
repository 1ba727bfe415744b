import type { SandboxHandler, SandboxReply } from './http.ts';
import type { JaveloPages } from './javelo/pages/index.ts';
import { isFlowHost } from './kombo/index.ts';
import type { NmbrsPages } from './nmbrs/pages/index.ts';

/** The pages of both products. */
export interface AppSystems {
  readonly nmbrsPages: NmbrsPages;
  readonly javelo: JaveloPages;
}

const notHere = (host: string): SandboxReply => ({
  status: 404,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>404</title></head><body><h1>${host}</h1><p>There is no such page.</p></body></html>`,
});

/** Answers for `*.nmbrs.localhost` and `*.javelo.localhost`: the place where the admin pages of both hang in. */
export const createApps =
  ({ nmbrsPages, javelo }: AppSystems): SandboxHandler =>
  (request) => {
    const { hostname } = request.url;
    if (isFlowHost(hostname)) return javelo.flow(request);
    if (hostname.endsWith('.javelo.localhost')) return javelo.handle(request);
    if (hostname.endsWith('.nmbrs.localhost')) return nmbrsPages.handle(request);
    return notHere(hostname);
  };

/** `api.javelo.localhost` is no page: like `api.javelo.io` it is where SCIM answers, for every tenant (javelo-scim.md §1). */
export const isAppHost = (hostname: string): boolean =>
  isFlowHost(hostname) || (/\.(nmbrs|javelo)\.localhost$/.test(hostname) && !hostname.startsWith('api.'));

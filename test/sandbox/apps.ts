import type { SandboxHandler, SandboxReply } from './http.ts';
import type { JaveloScim } from './javelo/scim/index.ts';
import type { Nmbrs } from './nmbrs/index.ts';

/** What the pages of both products work on: the account with its token and rights, and the SCIM service. */
export interface AppSystems {
  readonly nmbrs: Nmbrs;
  readonly javelo: JaveloScim;
}

const notHere = (host: string): SandboxReply => ({
  status: 404,
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>404</title></head><body><h1>${host}</h1><p>There is no such page.</p></body></html>`,
});

/** Answers for `*.nmbrs.localhost` and `*.javelo.localhost`: the place where the admin pages of both hang in. */
export const createApps =
  (_systems: AppSystems): SandboxHandler =>
  ({ url }) =>
    notHere(url.hostname);

export const isAppHost = (hostname: string): boolean => /\.(nmbrs|javelo)\.localhost$/.test(hostname);

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readClientScript } from '../../client-script.ts';
import type { SandboxHandler, SandboxReply, SandboxRequest } from '../../http.ts';
import { createFlow, type Flow } from '../../kombo/index.ts';
import type { Nmbrs } from '../../nmbrs/index.ts';
import type { JaveloScim } from '../scim/index.ts';
import { createIntegrations, type Integrations } from './integrations.ts';
import { changePageSwitches, type PageSwitches, usualSwitches } from './switches.ts';
import { textsFor } from './texts.ts';

export interface JaveloPagesOptions {
  readonly scim: JaveloScim;
  readonly nmbrs: Nmbrs;
  readonly seed: string;
  /** The bearer token that SCIM accepts from the start. */
  readonly firstToken: string;
}

export interface JaveloPages {
  /** Answers for `*.javelo.localhost`. */
  readonly handle: SandboxHandler;
  /** Answers for the host of the connection flow. */
  readonly flow: SandboxHandler;
  readonly integrations: () => Readonly<Integrations>;
  readonly configure: (change: unknown) => PageSwitches;
  readonly reset: () => void;
}

const cookie = 'javelo_session';
const client = new URL('./client/app.ts', import.meta.url);
const styles = readFileSync(new URL('./client/app.css', import.meta.url), 'utf8');

const answer = (status: number, type: string, body: string, headers: Record<string, string> = {}): SandboxReply => ({
  status,
  headers: { 'Content-Type': `${type}; charset=utf-8`, ...headers },
  body,
});
const json = (value: unknown, status = 200) => answer(status, 'application/json', JSON.stringify(value));

/** A policy like that of a careful site: nothing inline, frames from the flow only. */
const policy = "default-src 'self'; style-src 'self'; frame-src http://*.localhost:*; img-src 'self' data:";

const shell = (title: string) =>
  answer(
    200,
    'text/html',
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/app.css"></head><body><div id="root"></div><script type="module" src="/assets/app.js"></script></body></html>`,
    { 'Content-Security-Policy': policy },
  );

const hasSession = ({ headers }: SandboxRequest, sessions: ReadonlySet<string>): boolean =>
  String(headers.cookie ?? '')
    .split(/;\s*/)
    .some((pair) => pair.startsWith(`${cookie}=`) && sessions.has(pair.slice(cookie.length + 1)));

/** Javelo's own pages: log-in, Settings → Integrations with its cards, SCIM, and the embedded connection flow. */
export const createJaveloPages = ({ scim, nmbrs, seed, firstToken }: JaveloPagesOptions): JaveloPages => {
  let switches = usualSwitches;
  const sessions = new Set<string>();
  const integrations = createIntegrations(seed, (token) => scim.setToken(token ?? firstToken));
  const flow: Flow = createFlow({ nmbrs, switches: () => switches });

  const api = (request: SandboxRequest): SandboxReply => {
    const { method, url, body } = request;
    const allowed = hasSession(request, sessions);
    switch (`${method} ${url.pathname}`) {
      case 'POST /api/login': {
        const id = randomUUID();
        sessions.add(id);
        return { ...json({ ok: true }), headers: { 'Set-Cookie': `${cookie}=${id}; Path=/; HttpOnly; SameSite=Lax` } };
      }
      case 'GET /api/state':
        return json({
          loggedIn: allowed,
          texts: textsFor(switches.language, switches.labels),
          ...switches,
          ...(allowed ? integrations.now : {}),
        });
    }
    if (!allowed) return json({ error: 'unauthorized' }, 401);
    if (!switches.companyManager) return json({ error: 'forbidden' }, 403);
    switch (`${method} ${url.pathname}`) {
      case 'POST /api/integrations/nmbrs/link':
        integrations.begin();
        return json({ link: flow.createLink(url.port) });
      case 'POST /api/integrations/nmbrs/complete': {
        const done = flow.redeem(String((JSON.parse(body) as { token?: unknown }).token));
        if (!done) return json({ error: 'unknown activation token' }, 400);
        integrations.complete(done);
        return json(integrations.now);
      }
      case 'POST /api/integrations/nmbrs/disconnect':
        integrations.disconnect();
        return json(integrations.now);
      case 'POST /api/integrations/scim/activate':
        return json({ token: integrations.activateScim() });
    }
    return json({ error: 'not found' }, 404);
  };

  return {
    handle: async (request) => {
      const { pathname } = request.url;
      if (pathname.startsWith('/api/')) return api(request);
      if (pathname === '/assets/app.js') return answer(200, 'text/javascript', await readClientScript(client));
      if (pathname === '/assets/app.css') return answer(200, 'text/css', styles);
      return shell('Javelo');
    },
    flow: flow.handle,
    integrations: () => integrations.now,
    configure: (change) => {
      switches = changePageSwitches(switches, change);
      return switches;
    },
    reset: () => {
      switches = usualSwitches;
      sessions.clear();
      integrations.reset();
      flow.reset();
    },
  };
};

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readClientScript } from '../client-script.ts';
import type { SandboxHandler, SandboxReply } from '../http.ts';
import type { PageSwitches } from '../javelo/pages/switches.ts';
import type { Nmbrs } from '../nmbrs/index.ts';
import { flowTexts } from './texts.ts';
import { askedPermissions, type Credentials, verify } from './verify.ts';

export interface Flow {
  readonly handle: SandboxHandler;
  /** The address that Javelo embeds, good for one connection. */
  createLink(port: string): string;
  /** What was connected with an activation token, once. */
  redeem(token: string): { readonly subdomain: string; readonly email: string } | null;
  reset(): void;
}

const client = new URL('./client/flow.ts', import.meta.url);
const styles = readFileSync(new URL('./client/flow.css', import.meta.url), 'utf8');

const hosts = { kombo: 'connect.kombo.localhost', stranger: 'connect.kombo-connect.localhost' } as const;
export const isFlowHost = (hostname: string): boolean => Object.values(hosts).some((host) => host === hostname);

const answer = (status: number, type: string, body: string): SandboxReply => ({
  status,
  headers: { 'Content-Type': `${type}; charset=utf-8` },
  body,
});
const json = (value: unknown, status = 200) => answer(status, 'application/json', JSON.stringify(value));

/** The connection flow on its own host: Continue → subdomain → permissions → e-mail and token, tried on Nmbrs for real. */
export const createFlow = ({ nmbrs, switches }: { nmbrs: Nmbrs; switches: () => PageSwitches }): Flow => {
  const links = new Set<string>();
  const connected = new Map<string, { subdomain: string; email: string }>();

  const setUp = async (body: string): Promise<SandboxReply> => {
    const { subdomain = '', email = '', token = '' } = JSON.parse(body) as Partial<Credentials>;
    const who = { subdomain: subdomain.trim(), email: email.trim(), token: token.trim() };
    const verdict = await verify(nmbrs, who);
    if (!verdict.ok) return json(verdict);
    const activation = randomUUID();
    connected.set(activation, { subdomain: who.subdomain, email: who.email });
    return json({ ok: true, activation_token: activation });
  };

  return {
    handle: async ({ method, url, body }) => {
      if (url.pathname === '/assets/flow.js') return answer(200, 'text/javascript', await readClientScript(client));
      if (url.pathname === '/assets/flow.css') return answer(200, 'text/css', styles);
      const [, kind, link, action] = url.pathname.split('/');
      if (!link || !links.has(link)) return answer(404, 'text/html', '<h1>This link has expired</h1>');
      if (kind === 'link') {
        return answer(
          200,
          'text/html',
          `<!DOCTYPE html><html lang="${switches().language}"><head><meta charset="utf-8"><title>Kombo Connect</title><link rel="stylesheet" href="/assets/flow.css"></head><body><div id="flow"></div><script type="module" src="/assets/flow.js"></script></body></html>`,
        );
      }
      if (method === 'POST' && action === 'set-up') return setUp(body);
      const { language, listing, renderMs, rerenderMs } = switches();
      return json({ texts: flowTexts(language), permissions: askedPermissions, listing, renderMs, rerenderMs });
    },
    createLink: (port) => {
      const link = randomUUID();
      links.add(link);
      return `http://${hosts[switches().flowAt]}:${port}/link/${link}`;
    },
    redeem: (token) => {
      const found = connected.get(token) ?? null;
      connected.delete(token);
      return found;
    },
    reset: () => {
      links.clear();
      connected.clear();
    },
  };
};

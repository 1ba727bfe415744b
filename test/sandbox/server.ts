import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApps, isAppHost } from './apps.ts';
import { createControl } from './control/index.ts';
import { createFaults, type System } from './faults.ts';
import type { SandboxHandler, SandboxRequest } from './http.ts';
import { createJaveloPages } from './javelo/pages/index.ts';
import { createJaveloScim } from './javelo/scim/index.ts';
import type { Account } from './nmbrs/access.ts';
import { createNmbrs } from './nmbrs/index.ts';
import { createNmbrsPages } from './nmbrs/pages/index.ts';
import { dayOf } from './people/dates.ts';
import { createPopulation } from './people/population.ts';
import { createToken } from './people/random.ts';
import type { Population } from './people/records.ts';
import { answerWithFault, readRequest, sendReply } from './transport.ts';

export interface SandboxOptions {
  readonly employees?: number;
  readonly companies?: number;
  readonly debtors?: number;
  readonly seed?: number | string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly profile?: 'javelo' | 'rfc';
  /** The clock, in ms; what it says at the start is the day to which all people are relative. */
  readonly now?: () => number;
}

/** What `npm run sandbox -- --json` prints. */
export interface SandboxReady {
  readonly nmbrs: {
    readonly app: string;
    readonly api: string;
    readonly domain: string;
    readonly email: string;
    readonly token: string;
  };
  readonly javelo: { readonly app: string; readonly scim: string; readonly token: string };
  readonly control: string;
}

export interface Sandbox {
  readonly ready: SandboxReady;
  /** `http://127.0.0.1:port` */
  readonly url: string;
  stop(): Promise<void>;
}

const listen = async (server: Server, port: number): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Starts Nmbrs and Javelo on loopback; several can run at once in one process. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const {
    employees = 250,
    companies = 3,
    debtors = 1,
    seed = 1,
    port = 0,
    profile = 'javelo',
    now = Date.now,
  } = options;
  const create = (): Population =>
    createPopulation({ employees, companies, debtors, seed: String(seed), today: dayOf(now()) });
  let population = create();
  const nmbrsToken = createToken(`nmbrs/${seed}`);
  const account: Account = {
    email: 'admin@acme.example',
    token: nmbrsToken,
    domain: 'acme',
    rights: new Map(),
    domainOptional: false,
    hiddenCompanies: new Set(),
  };
  const javeloToken = createToken(`javelo/${seed}`);
  const nmbrs = createNmbrs({ population: () => population, account, now });
  const nmbrsPages = createNmbrsPages({
    account,
    drawToken: (generation) => createToken(`nmbrs/${seed}/${generation}`),
  });
  const javelo = createJaveloScim({ profile, token: javeloToken, now });
  const javeloPages = createJaveloPages({ scim: javelo, nmbrs, seed: String(seed), firstToken: javeloToken });
  const faults = createFaults();
  const control = createControl({
    population: () => population,
    nmbrs,
    nmbrsPages,
    javelo,
    javeloPages,
    faults,
    reset: () => {
      population = create();
      nmbrs.reset();
      nmbrsPages.reset();
      javelo.reset();
      javeloPages.reset();
      faults.clear();
    },
  });

  const apps = createApps({ nmbrsPages, javelo: javeloPages });
  const route = (request: SandboxRequest): { readonly handle: SandboxHandler; readonly system?: System } => {
    const { hostname, pathname } = request.url;
    if (isAppHost(hostname)) return { handle: apps };
    if (pathname.startsWith('/soap/v3/')) return { handle: nmbrs.handle, system: 'nmbrs' };
    if (/^\/scim\/v2(\/|$)/.test(pathname)) return { handle: javelo.handle, system: 'javelo' };
    if (pathname.startsWith('/control/')) return { handle: control };
    return { handle: apps };
  };

  const server = createServer({ keepAliveTimeout: 30_000 }, (incoming, response) => {
    const answer = async (): Promise<void> => {
      const request = await readRequest(incoming);
      const { handle, system } = route(request);
      await answerWithFault(response, request, handle, system && faults.strike(system, request), nmbrs.fault);
    };
    answer().catch((error: unknown) => {
      // A caller who hangs up is no matter; anything else is a fault of the sandbox and must show.
      if (response.destroyed || incoming.destroyed) return;
      process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`);
      if (response.headersSent) response.destroy();
      else
        void sendReply(response, {
          status: 500,
          headers: { 'Content-Type': 'text/plain; charset=utf-8' },
          body: 'The sandbox itself failed.',
        });
    });
  });
  const taken = await listen(server, port);
  const url = `http://127.0.0.1:${taken}`;
  return {
    url,
    ready: {
      nmbrs: {
        app: `http://acme.nmbrs.localhost:${taken}`,
        api: `${url}/soap/v3`,
        domain: account.domain,
        email: account.email,
        token: nmbrsToken,
      },
      javelo: { app: `http://acme.javelo.localhost:${taken}`, scim: `${url}/scim/v2`, token: javeloToken },
      control: `${url}/control`,
    },
    stop: () => close(server),
  };
};

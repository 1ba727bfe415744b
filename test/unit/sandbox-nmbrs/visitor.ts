import { request } from 'node:http';
import type { NmbrsPagesState } from '../../sandbox/nmbrs/pages/index.ts';
import type { Sandbox } from '../../sandbox/server.ts';

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

const email = 'admin@acme.example';
const password = 'Welkom123!';

/** A browser without a screen: goes to the pages by their host name, keeps the cookie, and sends what forms send. */
export const createVisitor = ({ ready }: Sandbox) => {
  let cookie = '';
  let antiForgery = '';

  const send = (method: string, address: string, body = '', headers: Record<string, string> = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const url = new URL(address, ready.nmbrs.app);
      // By number, since not every system resolves names below localhost.
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: url.port,
          path: url.pathname + url.search,
          method,
          headers: { host: url.host, cookie, ...headers },
        },
        async (incoming) => {
          const pieces: Buffer[] = [];
          for await (const piece of incoming) pieces.push(piece as Buffer);
          const [set] = incoming.headers['set-cookie'] ?? [];
          if (set !== undefined) cookie = set.split(';')[0] ?? '';
          resolve({
            status: incoming.statusCode ?? 0,
            location: incoming.headers.location,
            headers: incoming.headers,
            text: Buffer.concat(pieces).toString('utf8'),
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  const get = (address: string): Promise<Answer> => send('GET', address);
  const form = (address: string, fields: Readonly<Record<string, string>>): Promise<Answer> =>
    send('POST', address, String(new URLSearchParams(fields)), {
      'content-type': 'application/x-www-form-urlencoded',
      __antixsrftoken: antiForgery,
    });
  const handlers = '/handlers/popups/Settings';
  const content = ({ text }: Answer): string => (JSON.parse(text) as { content: string }).content;

  const enter = async (): Promise<string> => {
    const shell = (await get('/')).text;
    antiForgery = /id="__antixsrftoken" value="(\w+)"/.exec(shell)?.[1] ?? '';
    return shell;
  };

  /** What the classic login page sends. */
  const submitLogin = (typed = password): Promise<Answer> =>
    form('/applications/Common/Login.aspx', {
      ctl00$ContentPlaceHolder2$txtEmail: email,
      ctl00$ContentPlaceHolder2$txtPassword: typed,
    });

  return {
    get,
    form,
    submitLogin,
    /** Logs in at the environment itself, as the admin; gives the shell. */
    logIn: async (): Promise<string> => {
      await submitLogin();
      return enter();
    },
    enter,
    page: async (name: string): Promise<string> =>
      content(await get(`/handlers/Dashlets/DashletHandler.ashx?dashlet=${encodeURIComponent(name)}`)),
    popup: async (id: number, args = ''): Promise<string> =>
      content(await get(`/handlers/Popups/PopupHandler.ashx?action=LoadPopup&id=${id}&args=${args}`)),
    rights: async (template: number, service: string): Promise<readonly { method: string; on: boolean }[]> =>
      JSON.parse((await get(`${handlers}/ApiRightsHandler.ashx?template=${template}&service=${service}`)).text).rows,
    saveRights: (template: number, service: string, changes: Readonly<Record<string, boolean>>): Promise<Answer> =>
      form(`${handlers}/ApiRightsHandler.ashx?rnd=0.5`, {
        action: 'save',
        template: String(template),
        service,
        args: JSON.stringify(changes),
      }),
    act: (action: string, fields: Readonly<Record<string, string>> = {}): Promise<Answer> =>
      form(`${handlers}/ActionHandler.ashx?rnd=0.5`, { action, args: JSON.stringify(fields) }),
  };
};

/** What `POST /control/profile` answers. */
export const configure = async ({ ready }: Sandbox, profile: unknown): Promise<{ error?: string }> =>
  (await fetch(`${ready.control}/profile`, { method: 'POST', body: JSON.stringify(profile) })).json() as Promise<{
    error?: string;
  }>;

export const uiState = async ({ ready }: Sandbox): Promise<NmbrsPagesState> =>
  ((await (await fetch(`${ready.control}/state`)).json()) as { nmbrs: { ui: NmbrsPagesState } }).nmbrs.ui;

export const resetSandbox = async ({ ready }: Sandbox): Promise<void> => {
  await fetch(`${ready.control}/reset`, { method: 'POST' });
};

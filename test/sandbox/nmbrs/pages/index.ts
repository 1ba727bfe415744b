import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxHandler, SandboxReply, SandboxRequest } from '../../http.ts';
import type { Account } from '../access.ts';
import { isRightService } from '../catalogue.ts';
import { doAction, type PopupFields } from './actions.ts';
import { createApiAccount } from './api-account.ts';
import { serveAsset } from './assets.ts';
import { clientSettings } from './client-settings.ts';
import { writeContent } from './content.ts';
import { createEvents } from './events.ts';
import { html } from './html.ts';
import { createTexts, typeset } from './labels/texts.ts';
import { createLogin, loginPath } from './login.ts';
import { data, missing, page, redirect } from './reply.ts';
import { listRights, switchRights } from './rights-editor.ts';
import { createSessions, type Session } from './sessions.ts';
import { skinOf } from './skins/choose.ts';
import { type PageSwitches, readSwitches, usualSwitches } from './switches.ts';
import { createTemplates, ownTemplateId } from './templates.ts';
import { writeDocument } from './views/document.ts';
import { popupNames, writePopup } from './views/popups.ts';
import { writeShell } from './views/shell.ts';
import type { Person, View } from './views/view.ts';

export interface NmbrsPagesOptions {
  readonly account: Account;
  /** The token that the API account gets the n-th time. */
  readonly drawToken: (generation: number) => string;
}

const usualName = 'A. de Vries';

/** The pages of the Nmbrs application for one environment, on the account whose calls SOAP answers. */
export const createNmbrsPages = ({ account, drawToken }: NmbrsPagesOptions) => {
  const switches: PageSwitches = usualSwitches();
  const person: Person = { name: usualName };
  const sessions = createSessions();
  const events = createEvents();
  const templates = createTemplates(account, () => switches);
  const apiAccount = createApiAccount(account, drawToken);
  const login = createLogin({ account, sessions, events, switches: () => switches });

  const viewFor = (session: Session): View => ({
    switches,
    texts: createTexts(switches),
    own: (text) => typeset(text, switches.spaces),
    skin: skinOf[switches.variant],
    templates,
    apiAccount,
    account,
    person,
    session,
  });

  const contentSecurity = (): Readonly<Record<string, string>> => {
    if (switches.csp === 'lax') return {};
    // The variants with inline handlers could not work without them.
    const inline = ['A', 'B', 'D'].includes(switches.variant) ? " 'unsafe-inline'" : '';
    return {
      'Content-Security-Policy': `default-src 'self'; style-src 'self'; script-src 'self'${inline}; object-src 'none'; base-uri 'self'`,
    };
  };

  const writePage = (view: View, inside: ReturnType<typeof html>): SandboxReply =>
    page(
      writeDocument({
        switches,
        bodyClass: `nmbrs variant-${switches.variant}`,
        body: inside,
        client: clientSettings(view),
      }),
      contentSecurity(),
    );

  const showContent = (view: View, name: string): SandboxReply => {
    const content = writeContent(view, name);
    if (!content) return missing();
    events.add({ kind: 'page', page: name });
    return data({ content: content.markup });
  };

  const shell = (view: View): SandboxReply => {
    const home = writeContent(view, 'home');
    const inside =
      switches.variant === 'D'
        ? html`<iframe class="content content-frame" src="/applications/Common/Frame.aspx?dashlet=home"></iframe>`
        : html`<main class="content" id="content">${switches.variant !== 'E' && home}</main>`;
    return writePage(view, writeShell(view, inside));
  };

  const frame = (view: View, name: string): SandboxReply => {
    const content = writeContent(view, name);
    if (!content) return missing();
    events.add({ kind: 'page', page: name });
    return writePage(
      view,
      html`<input type="hidden" id="__antixsrftoken" value="${view.session.antiForgery}"><main class="content" id="content">${content}</main>`,
    );
  };

  const popup = (view: View, parameters: URLSearchParams): SandboxReply => {
    const name = popupNames[parameters.get('id') ?? ''];
    const template = templates.find(Number(parameters.get('args')));
    const content = name !== undefined && writePopup(view, name, template);
    if (name === undefined || !content) return missing();
    events.add({ kind: 'popup', popup: name, template: template?.name ?? null });
    return data({ content: content.markup });
  };

  const rights = ({ method, body, url }: SandboxRequest): SandboxReply => {
    const form = method === 'POST' ? new URLSearchParams(body) : url.searchParams;
    const template = templates.find(Number(form.get('template')));
    const service = form.get('service') ?? '';
    if (!template || !isRightService(service)) return missing();
    if (method !== 'POST') {
      events.add({ kind: 'rights-read', templateId: template.id, service });
      return data({ rows: listRights(template, service, switches.order) });
    }
    const changes = JSON.parse(form.get('args') ?? '{}') as Readonly<Record<string, unknown>>;
    return data({ refused: switchRights(template, service, changes, switches.refuse, events) });
  };

  const action = (view: View, { body }: SandboxRequest): SandboxReply => {
    const form = new URLSearchParams(body);
    const fields = JSON.parse(form.get('args') ?? '{}') as PopupFields;
    const next = doAction(form.get('action') ?? '', view, events, fields);
    return next ? data({ next }) : missing();
  };

  /** The session ends in the middle of things when its time has come. */
  const countDown = (): void => {
    if (switches.endSessionAfter === null) return;
    if (switches.endSessionAfter > 0) {
      switches.endSessionAfter -= 1;
      return;
    }
    switches.endSessionAfter = null;
    sessions.endAll();
    events.add({ kind: 'session-ended' });
  };

  const answer = async (request: SandboxRequest, session: Session): Promise<SandboxReply> => {
    const { url, method, headers } = request;
    const view = viewFor(session);
    const path = url.pathname.toLowerCase();
    if (path === '/')
      return session.profile === null ? redirect('/applications/Common/AccountPicker.aspx') : shell(view);
    if (switches.slowMs > 0) await sleep(switches.slowMs);
    if (method === 'POST' && headers.__antixsrftoken !== session.antiForgery) return { ...missing(), status: 403 };
    switch (path) {
      case '/applications/common/frame.aspx':
        return frame(view, url.searchParams.get('dashlet') ?? 'home');
      case '/handlers/dashlets/dashlethandler.ashx':
        return showContent(view, url.searchParams.get('dashlet') ?? 'home');
      case '/handlers/popups/popuphandler.ashx':
        return popup(view, url.searchParams);
      case '/handlers/popups/settings/apirightshandler.ashx':
        return rights(request);
      case '/handlers/popups/settings/actionhandler.ashx':
        return action(view, request);
      default:
        return missing();
    }
  };

  const handle: SandboxHandler = async (request) => {
    const { url, headers } = request;
    const asset = await serveAsset(url.pathname);
    if (asset) return asset;
    if (url.hostname.startsWith('login.')) return login.atLoginHost(request);
    if (url.hostname.split('.')[0] !== account.domain) return missing();
    const before = login.handle(request, sessions.of(headers));
    if (before) return before;
    if (sessions.of(headers)) countDown();
    const session = sessions.of(headers);
    if (session) return answer(request, session);
    return url.pathname === '/' || /\.aspx$/i.test(url.pathname)
      ? redirect(`${loginPath}?ReturnUrl=%2f`)
      : data({ login: loginPath }, 401);
  };

  return {
    handle,
    switches: (): Readonly<PageSwitches> => ({ ...switches }),
    /** Changes what `ui` of a profile names. */
    configure: (ui: unknown): void => {
      const wanted = readSwitches(ui);
      Object.assign(switches, wanted);
      if (wanted.token !== undefined) apiAccount.put(wanted.token);
    },
    /** What `GET /control/state` tells of the pages. */
    state: () => ({
      switches: { ...switches },
      token: account.token,
      ownTemplate: ownTemplateId,
      templates: templates.list().map(({ id, section, name, rights: of }) => ({
        id,
        section,
        name,
        off: [...of].filter(([, on]) => !on).map(([right]) => right),
      })),
      events: events.list(),
    }),
    reset: (): void => {
      Object.assign(switches, usualSwitches());
      apiAccount.put('active');
      person.name = usualName;
      sessions.endAll();
      templates.reset();
      events.clear();
    },
  };
};

export type NmbrsPages = ReturnType<typeof createNmbrsPages>;
export type NmbrsPagesState = ReturnType<NmbrsPages['state']>;

import type { SandboxReply, SandboxRequest } from '../../http.ts';
import type { Account } from '../access.ts';
import type { Events } from './events.ts';
import { createTexts } from './labels/texts.ts';
import { missing, page, redirect } from './reply.ts';
import type { ProfileKind, Session, Sessions } from './sessions.ts';
import type { PageSwitches } from './switches.ts';
import { writeAccountPicker, writeClassicLogin, writeTwoStepLogin } from './views/login.ts';

export const loginPath = '/applications/Common/Login.aspx';
const pickerPath = '/applications/Common/AccountPicker.aspx';
const landingPath = '/applications/common/externalactions.aspx';

/** The one password of the sandbox's admin. */
const password = 'Welkom123!';

interface LoginOptions {
  readonly account: Account;
  readonly sessions: Sessions;
  readonly events: Events;
  readonly switches: () => PageSwitches;
}

/** How one gets in: the classic page, the newer host with two steps, and the choice of a profile (nmbrs-ui.md §1.1–1.3). */
export const createLogin = ({ account, sessions, events, switches }: LoginOptions) => {
  const view = () => ({ switches: switches(), texts: createTexts(switches()) });
  const isRight = (email: string, typed: string): boolean =>
    email.trim().toLowerCase() === account.email.toLowerCase() && typed === password;

  const enter = (): SandboxReply => {
    const { profiles } = switches();
    const profile: ProfileKind | null = profiles === 'two' ? null : profiles === 'employee' ? 'employee' : 'admin';
    events.add({ kind: 'login' });
    return redirect(profile === null ? pickerPath : '/', sessions.cookie(sessions.start(profile)));
  };

  const atLoginHost = ({ method, url, body }: SandboxRequest): SandboxReply => {
    if (url.pathname !== '/index.html') return missing();
    const form = new URLSearchParams(method === 'POST' ? body : '');
    const email = form.get('email') ?? '';
    const typed = form.get('password');
    if (typed === null || !isRight(email, typed))
      return page(writeTwoStepLogin({ ...view(), failed: typed !== null, email }));
    const home = new URL(landingPath, url.origin.replace('//login.', `//${account.domain}.`));
    home.searchParams.set('login', 'nmbrs');
    home.searchParams.set('ID', sessions.issueTicket());
    return redirect(home.href);
  };

  const classic = ({ method, body }: SandboxRequest): SandboxReply => {
    if (method !== 'POST') return page(writeClassicLogin({ ...view(), failed: false, email: '' }));
    const form = new URLSearchParams(body);
    const email = form.get('ctl00$ContentPlaceHolder2$txtEmail') ?? '';
    if (isRight(email, form.get('ctl00$ContentPlaceHolder2$txtPassword') ?? '')) return enter();
    return page(writeClassicLogin({ ...view(), failed: true, email }));
  };

  const picker = ({ method, body }: SandboxRequest, session: Session): SandboxReply => {
    if (method !== 'POST') return page(writeAccountPicker(view()));
    session.profile = new URLSearchParams(body).get('profile') === 'employee' ? 'employee' : 'admin';
    events.add({ kind: 'profile', profile: session.profile });
    return redirect('/');
  };

  return {
    atLoginHost,
    /** Answers what comes before the pages; undefined for everything else. */
    handle: (request: SandboxRequest, session: Session | undefined): SandboxReply | undefined => {
      const { url } = request;
      const path = url.pathname.toLowerCase();
      if (path === landingPath.toLowerCase())
        return sessions.redeemTicket(url.searchParams.get('ID') ?? '') ? enter() : redirect(loginPath);
      if (path === loginPath.toLowerCase())
        return switches().login === 'two-step'
          ? redirect(new URL('/index.html', url.origin.replace(`//${account.domain}.`, '//login.')).href)
          : classic(request);
      if (path === '/applications/common/logout.aspx') {
        if (session) {
          sessions.end(session);
          events.add({ kind: 'logout' });
        }
        return redirect(loginPath);
      }
      if (path === pickerPath.toLowerCase()) return session ? picker(request, session) : redirect(loginPath);
      return undefined;
    },
  };
};

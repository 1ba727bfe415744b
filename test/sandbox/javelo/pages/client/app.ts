/** The script of Javelo's pages: draws from the state that the server tells, in the browser. */
interface State {
  loggedIn: boolean;
  texts: Record<string, string>;
  layout: 'cards' | 'table';
  tokenIn: 'input' | 'code';
  renderMs: number;
  rerenderMs: number;
  companyManager: boolean;
  nmbrs?: 'absent' | 'incomplete' | 'completed';
  scim?: 'inactive' | 'active';
}

type Child = Node | string | null;
const root = document.getElementById('root') as HTMLElement;
let state = {} as State;
let modal: 'scim' | 'disconnect' | null = null;
let shownToken: string | null = null;

const make = (tag: string, attributes: Record<string, string> = {}, ...children: Child[]): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
};
const button = (text: string, className: string, act: () => unknown): HTMLElement => {
  const element = make('button', { class: className, type: 'button' }, text);
  element.addEventListener('click', () => void act());
  return element;
};
const ask = async (path: string, body?: unknown): Promise<Record<string, string>> => {
  const method = body === undefined ? 'GET' : 'POST';
  const answer = await fetch(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return (await answer.json()) as Record<string, string>;
};
const refresh = async (): Promise<void> => {
  state = (await ask('/api/state')) as unknown as State;
  await new Promise((done) => setTimeout(done, state.renderMs));
  draw();
};
const go = (path: string): void => {
  history.pushState(null, '', path);
  void refresh();
};
const t = (key: string): string => state.texts[key] ?? key;

const loginPage = (): HTMLElement =>
  make(
    'main',
    { class: 'login' },
    make('h1', {}, 'Javelo'),
    make('label', {}, t('email'), make('input', { type: 'email', name: 'email' })),
    make('label', {}, t('password'), make('input', { type: 'password', name: 'password' })),
    button(t('login'), 'primary', async () => {
      await ask('/api/login', {});
      go('/');
    }),
  );

const topBar = (): HTMLElement => {
  const gear = button('⚙️', 'plain gear', () => go('/settings/general'));
  gear.setAttribute('aria-label', t('settings'));
  return make(
    'header',
    { class: 'top' },
    make('strong', {}, 'Javelo'),
    make('span', {}, t('people')),
    make('span', {}, t('reviews')),
    gear,
  );
};

const openFlow = async (): Promise<void> => {
  const { link } = await ask('/api/integrations/nmbrs/link', {});
  if (!link) return;
  const address = new URL(link);
  address.searchParams.set('sdkv', '1.3.0');
  const frame = make('iframe', {
    class: 'flow',
    src: address.href,
    sandbox:
      'allow-scripts allow-downloads allow-same-origin allow-top-navigation allow-forms allow-popups allow-pointer-lock allow-popups-to-escape-sandbox',
  }) as HTMLIFrameElement;
  const listen = async (event: MessageEvent): Promise<void> => {
    if (event.source !== frame.contentWindow || event.origin !== address.origin) return;
    const message = event.data as { type?: string; data?: { activation_token?: string } };
    if (message.type !== 'close' && message.type !== 'success') return;
    removeEventListener('message', listen);
    frame.remove();
    if (message.type === 'success')
      await ask('/api/integrations/nmbrs/complete', { token: message.data?.activation_token });
    await refresh();
  };
  addEventListener('message', listen);
  document.body.append(frame);
};

const openModal = (which: typeof modal): void => {
  modal = which;
  shownToken = null;
  draw();
};

const integrations = (): { name: string; text: string; state: string | null; act: HTMLElement }[] => [
  { name: 'Personio', text: t('personioText'), state: null, act: button(t('connect'), '', () => {}) },
  {
    name: 'Nmbrs',
    text: t('nmbrsText'),
    state: state.nmbrs === 'completed' ? t('connected') : null,
    act:
      state.nmbrs === 'completed'
        ? button(t('disconnect'), '', () => openModal('disconnect'))
        : button(t('connect'), '', openFlow),
  },
  { name: 'Azure integration', text: t('azureText'), state: null, act: button(t('configuration'), '', () => {}) },
  {
    name: 'SCIM',
    text: t('scimText'),
    state: state.scim === 'active' ? t('scimActive') : null,
    act: button(t('configuration'), '', () => openModal('scim')),
  },
];

const integrationsPage = (): HTMLElement => {
  if (!state.companyManager) return make('section', {}, make('h1', {}, t('integrations')), make('p', {}, t('noRight')));
  const list = integrations();
  const body =
    state.layout === 'cards'
      ? make(
          'div',
          { class: 'cards' },
          ...list.map(({ name, text, state: told, act }) =>
            make(
              'div',
              { class: 'card' },
              make('h3', {}, name),
              make('p', {}, text),
              told ? make('span', { class: 'state' }, told) : null,
              act,
            ),
          ),
        )
      : make(
          'table',
          {},
          ...list.map(({ name, text, state: told, act }) =>
            make(
              'tr',
              {},
              make('td', {}, make('strong', {}, name)),
              make('td', {}, text),
              make('td', {}, told ?? ''),
              make('td', {}, act),
            ),
          ),
        );
  return make('section', {}, make('h1', {}, t('integrations')), make('p', {}, t('integrationsText')), body);
};

const settingsPage = (): HTMLElement =>
  make(
    'main',
    { class: 'settings' },
    make(
      'nav',
      { class: 'menu' },
      make('h2', {}, t('company')),
      button(t('general'), 'plain', () => go('/settings/general')),
      button(t('customFields'), 'plain', () => go('/settings/custom-fields')),
      button(t('integrations'), 'plain', () => go('/settings/integrations')),
    ),
    location.pathname === '/settings/integrations'
      ? integrationsPage()
      : make('section', {}, make('h1', {}, t('settings'))),
  );

const tokenView = (token: string): HTMLElement =>
  make(
    'div',
    {},
    make('label', { for: 'scim-token' }, t('bearer')),
    state.tokenIn === 'input'
      ? make('input', { id: 'scim-token', readonly: '', value: token })
      : make('div', {}, make('code', { id: 'scim-token' }, token)),
    make('p', {}, t('once')),
  );

const modalView = (): HTMLElement | null => {
  if (modal === null) return null;
  const shut = button(t('close'), 'plain', () => openModal(null));
  if (modal === 'disconnect') {
    const box = make('input', { type: 'checkbox' }) as HTMLInputElement;
    const confirm = button(t('confirm'), 'primary', async () => {
      if (!box.checked) return;
      await ask('/api/integrations/nmbrs/disconnect', {});
      modal = null;
      await refresh();
    });
    return veil(
      'Nmbrs',
      make('label', { class: 'row' }, box, t('understood')),
      make('div', { class: 'row' }, confirm, shut),
    );
  }
  const activate = button(t(state.scim === 'active' ? 'newToken' : 'activateScim'), 'primary', async () => {
    const { token } = await ask('/api/integrations/scim/activate', {});
    state = (await ask('/api/state')) as unknown as State;
    shownToken = token ?? null;
    draw();
  });
  return veil(
    'SCIM',
    shownToken === null ? make('p', {}, t('scimText')) : tokenView(shownToken),
    make('div', { class: 'row' }, activate, shut),
  );
};
const veil = (title: string, ...children: Child[]): HTMLElement =>
  make(
    'div',
    { class: 'veil' },
    make('div', { class: 'modal', role: 'dialog', 'aria-label': title }, make('h2', {}, title), ...children),
  );

const draw = (): void => {
  const page = !state.loggedIn
    ? loginPage()
    : location.pathname.startsWith('/settings')
      ? settingsPage()
      : make('main', { class: 'settings' }, make('h1', {}, t('welcome')));
  root.replaceChildren(...(state.loggedIn ? [topBar()] : []), page, ...[modalView()].filter((view) => view !== null));
};

addEventListener('popstate', () => void refresh());
if (location.pathname === '/auth/login') history.replaceState(null, '', '/auth/login');
await refresh();
if (state.rerenderMs > 0) setInterval(draw, state.rerenderMs);

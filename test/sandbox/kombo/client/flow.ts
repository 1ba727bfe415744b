/** The script of the connection flow: one page after the other, drawn in the browser. */
interface Settings {
  texts: Record<string, string>;
  permissions: Record<string, string[]>;
  listing: 'grouped' | 'table' | 'text';
  renderMs: number;
  rerenderMs: number;
}
type Page = 'intro' | 'subdomain' | 'permissions' | 'credentials' | 'done';
interface Refusal {
  field: 'subdomain' | 'email' | 'token' | null;
  text: string;
  missing?: string[];
}

const flow = document.getElementById('flow') as HTMLElement;
const link = location.pathname.split('/')[2];
const settings = (await (await fetch(`/api/${link}/settings`)).json()) as Settings;
const values: Record<string, string> = { subdomain: '', email: '', token: '' };
let page: Page = 'intro';
let refusal: Refusal | null = null;
let checking = false;

const t = (key: string): string => settings.texts[key] ?? key;
const make = (tag: string, attributes: Record<string, string> = {}, ...children: (Node | string)[]): HTMLElement => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const button = (text: string, className: string, act: () => unknown): HTMLElement => {
  const element = make('button', { type: 'button', class: className }, text);
  element.addEventListener('click', () => void act());
  return element;
};
const tell = (message: unknown): void => (parent === window ? opener : parent)?.postMessage(message, '*');

const show = (next: Page): void => {
  page = next;
  setTimeout(draw, settings.renderMs);
};

const field = (name: 'subdomain' | 'email' | 'token', type: string): HTMLElement => {
  const wrong = refusal?.field === name;
  const input = make('input', {
    id: name,
    name,
    type,
    autocomplete: 'off',
    ...(wrong ? { 'aria-invalid': 'true', 'aria-describedby': `${name}-error` } : {}),
  }) as HTMLInputElement;
  input.value = values[name] ?? '';
  input.addEventListener('input', () => {
    values[name] = input.value;
  });
  const said = wrong ? [make('p', { role: 'alert', id: `${name}-error` }, t(refusal?.text ?? ''))] : [];
  return make('div', {}, make('label', { for: name }, t(name), input), ...said);
};

const list = (): HTMLElement => {
  const services = Object.entries(settings.permissions);
  const title = (service: string): string => service.replace('Service', ' Services');
  if (settings.listing === 'table') {
    const rows = services.flatMap(([service, methods]) =>
      methods.map((method) => make('tr', {}, make('td', {}, title(service)), make('td', {}, method))),
    );
    return make('div', { class: 'list' }, make('table', {}, ...rows));
  }
  if (settings.listing === 'text') {
    const lines = services.flatMap(([service, methods]) =>
      methods.map((method) => make('p', {}, `${service}: ${method}`)),
    );
    return make('div', { class: 'list' }, ...lines);
  }
  return make(
    'div',
    { class: 'list' },
    ...services.flatMap(([service, methods]) => [
      make('h3', {}, title(service)),
      make('ul', {}, ...methods.map((method) => make('li', {}, make('code', {}, method)))),
    ]),
  );
};

const setUp = async (): Promise<void> => {
  checking = true;
  refusal = null;
  draw();
  const answer = await (await fetch(`/api/${link}/set-up`, { method: 'POST', body: JSON.stringify(values) })).json();
  checking = false;
  if (answer.ok) {
    show('done');
    setTimeout(() => tell({ type: 'success', data: { activation_token: answer.activation_token } }), 1500);
    return;
  }
  refusal = answer as Refusal;
  show(refusal.field === 'subdomain' ? 'subdomain' : 'credentials');
};

const row = (back: Page | null, next: HTMLElement): HTMLElement =>
  make('div', { class: 'row' }, back === null ? make('span') : button(t('back'), '', () => show(back)), next);

const pages: Record<Page, () => HTMLElement[]> = {
  intro: () => [
    make('h1', {}, t('title')),
    make('p', {}, t('intro')),
    make('ul', {}, make('li', {}, t('employments')), make('li', {}, t('groups'))),
    row(
      null,
      button(t('continue'), 'primary', () => show('subdomain')),
    ),
  ],
  subdomain: () => [
    make('h1', {}, t('subdomainTitle')),
    make('p', {}, t('subdomainText')),
    field('subdomain', 'text'),
    row(
      'intro',
      button(t('continue'), 'primary', () => values.subdomain !== '' && show('permissions')),
    ),
  ],
  permissions: () => [
    make('h1', {}, t('permissionsTitle')),
    make('p', {}, t('permissionsText')),
    list(),
    row(
      'subdomain',
      button(t('continue'), 'primary', () => show('credentials')),
    ),
  ],
  credentials: () => [
    make('h1', {}, t('credentialsTitle')),
    make('p', {}, t('credentialsText')),
    field('email', 'email'),
    field('token', 'password'),
    ...(refusal !== null && refusal.field === null
      ? [make('div', { role: 'alert' }, t(refusal.text), ' ', (refusal.missing ?? []).join(', '))]
      : []),
    row(
      'permissions',
      button(t(checking ? 'checking' : 'setUp'), 'primary', () => !checking && setUp()),
    ),
  ],
  done: () => [make('h1', {}, t('done')), make('p', {}, t('doneText'))],
};

function draw(): void {
  const close = button('×', 'close', () => tell({ type: 'close' }));
  close.setAttribute('aria-label', t('close'));
  flow.replaceChildren(
    make('main', {}, make('div', { class: 'row' }, make('strong', {}, 'Kombo'), close), ...pages[page]()),
  );
}

setTimeout(draw, settings.renderMs);
if (settings.rerenderMs > 0) setInterval(draw, settings.rerenderMs);

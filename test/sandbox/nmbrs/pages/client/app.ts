import { disturb } from './disturb.ts';
import { createPages } from './pages.ts';
import { settings } from './settings.ts';
import { startUserMenu } from './user-menu.ts';

const toggleNode = (node: Element): void => {
  const inside = node.nextElementSibling;
  if (!(inside instanceof HTMLElement)) return;
  inside.hidden = !inside.hidden;
  if (node.hasAttribute('aria-expanded')) node.setAttribute('aria-expanded', String(!inside.hidden));
};

const run = async (command: string, from: Element | null = null): Promise<void> => {
  const [name, first = '', second = ''] = command.split(' ');
  if (name === 'page') await pages.openPage(first);
  else if (name === 'popup') await pages.openPopup(first, second);
  else if (name === 'close') pages.closePopup();
  else if (name === 'group' && from) toggleNode(from);
  else if (name === 'do') for (const next of await pages.act(first)) await run(next);
};

/** Presses on what carries a command, heard in its own root. */
const listen = (root: Document | ShadowRoot): void => {
  const press = (event: Event): void => {
    const [target] = event.composedPath();
    if (!(target instanceof Element) || target.getRootNode() !== root) return;
    const pressed = target.closest<HTMLElement>('[data-command]');
    if (!pressed) {
      if (target.closest('a[href="#"]')) event.preventDefault();
      return;
    }
    event.preventDefault();
    void run(pressed.dataset.command ?? '', pressed);
  };
  root.addEventListener('click', press);
  root.addEventListener('keydown', (event) => {
    const [target] = event.composedPath();
    if (
      event instanceof KeyboardEvent &&
      event.key === 'Enter' &&
      target instanceof HTMLElement &&
      target.matches('[data-command][tabindex]')
    )
      press(event);
  });
};

const pages = createPages(listen);

// What inline handlers call.
Object.assign(window, {
  LoadDashlet: (name: string) => void run(`page ${name}`),
  OpenPopup: (id: number, args = '') => void run(`popup ${id} ${args}`),
  ClosePopup: () => void run('close'),
  DoAction: (name: string) => void run(`do ${name}`),
  ToggleNode: toggleNode,
});

listen(document);
startUserMenu();
disturb(pages.drawAgain);
if (settings.variant === 'C' && location.hash.startsWith('#/')) void run(`page ${location.hash.slice(2)}`);
else if (settings.variant === 'E') void run('page home');

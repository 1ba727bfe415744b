import { element } from './element.ts';
import { settings } from './settings.ts';

/** The menu behind the address or the picture at the top right: in the document only while it is open. */
export const startUserMenu = (): void => {
  const trigger = document.querySelector<HTMLElement>('.user');
  const items = document.querySelector<HTMLTemplateElement>('template.usermenu-items');
  if (!trigger || !items) return;
  const holder = element('div', { class: 'usermenu-holder' });
  const close = (): void => holder.remove();
  trigger.addEventListener('click', (event) => {
    event.preventDefault();
    if (holder.isConnected) {
      close();
      return;
    }
    holder.replaceChildren(items.content.cloneNode(true));
    // Newer toolkits hang what floats at the end of the document, the old page beside its trigger.
    if (settings.variant === 'C' || settings.variant === 'F') document.body.append(holder);
    else trigger.after(holder);
  });
  document.addEventListener('click', (event) => {
    if (!event.composedPath().includes(trigger)) close();
  });
};

import { element } from './element.ts';

interface Service {
  readonly service: string;
  readonly label: string;
}

type Choose = (service: string) => void;

const asSelect = (select: HTMLSelectElement, services: readonly Service[], choose: Choose): void => {
  for (const { service, label } of services) select.append(element('option', { value: service }, label));
  select.addEventListener('change', () => choose(select.value));
};

/** A list at the end of the document, below what opens it; gone when something is chosen or elsewhere is pressed. */
const openList = (
  at: Element,
  list: HTMLElement,
  items: readonly HTMLElement[],
  type: string,
  chosen: (at: number) => void,
): void => {
  const { left, bottom, width } = at.getBoundingClientRect();
  list.style.left = `${left}px`;
  list.style.top = `${bottom}px`;
  list.style.minWidth = `${width}px`;
  document.body.append(list);
  const close = (): void => {
    list.remove();
    document.removeEventListener('mousedown', elsewhere, true);
  };
  const elsewhere = (event: Event): void => {
    if (!event.composedPath().includes(list) && !event.composedPath().includes(at)) close();
  };
  document.addEventListener('mousedown', elsewhere, true);
  for (const [index, item] of items.entries())
    item.addEventListener(type, () => {
      close();
      chosen(index);
    });
};

const asOverlay = (trigger: HTMLElement, services: readonly Service[], choose: Choose): void => {
  const value = trigger.querySelector('.mat-select-value');
  let current = 0;
  const show = (): void => {
    if (value) value.textContent = services[current]?.label ?? '';
  };
  show();
  const open = (): void => {
    if (document.querySelector('.mat-select-panel')) return;
    const options = services.map(({ label }, at) =>
      element(
        'mat-option' as 'div',
        { role: 'option', class: 'mat-option', 'aria-selected': String(at === current) },
        label,
      ),
    );
    trigger.setAttribute('aria-expanded', 'true');
    openList(
      trigger,
      element('div', { class: 'mat-select-panel', role: 'listbox' }, ...options),
      options,
      'click',
      (at) => {
        current = at;
        trigger.setAttribute('aria-expanded', 'false');
        show();
        choose(services[at]?.service ?? '');
      },
    );
  };
  trigger.addEventListener('click', open);
  trigger.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') open();
  });
};

const asCombo = (input: HTMLInputElement, trigger: HTMLElement, services: readonly Service[], choose: Choose): void => {
  input.value = services[0]?.label ?? '';
  trigger.addEventListener('mousedown', () => {
    if (document.querySelector('.x-boundlist')) return;
    const items = services.map(({ label }) => element('li', { class: 'x-boundlist-item' }, label));
    openList(input, element('div', { class: 'x-boundlist' }, element('ul', {}, ...items)), items, 'click', (at) => {
      input.value = services[at]?.label ?? '';
      choose(services[at]?.service ?? '');
    });
  });
};

/** The choice of a service, in the way of the page at hand; the first one is chosen at once. */
export const startChoice = (editor: HTMLElement, services: readonly Service[], choose: Choose): void => {
  const select = editor.querySelector('select');
  const trigger = editor.querySelector<HTMLElement>('.mat-select, .x-form-trigger');
  const input = editor.querySelector<HTMLInputElement>('.x-form-field');
  if (select) asSelect(select, services, choose);
  else if (input && trigger) asCombo(input, trigger, services, choose);
  else if (trigger) asOverlay(trigger, services, choose);
  choose(services[0]?.service ?? '');
};

import { element } from './element.ts';
import type { Right } from './list.ts';
import { settings } from './settings.ts';

/** How one method with its state is drawn. */
export interface RowKind {
  readonly container: () => { readonly outer: HTMLElement; readonly body: HTMLElement };
  readonly create: (press: () => void) => HTMLElement;
  /** `bare` takes the control away: the row is still coming, and will be made anew. */
  readonly update: (row: HTMLElement, right: Right, bare: boolean) => void;
  readonly spacer: () => HTMLElement;
  readonly setHeight: (spacer: HTMLElement, height: number) => void;
}

const { texts } = settings;
const stateText = ({ on }: Right): string => (on ? texts.active : texts.inactive);

const setHeight = (spacer: HTMLElement, height: number): void => {
  const box = spacer.firstElementChild ?? spacer;
  if (box instanceof HTMLElement) box.style.height = `${height}px`;
};

const tableContainer = () => {
  const body = element('tbody');
  const head = element('tr', {}, element('th', {}, texts.method), element('th', {}, ''));
  return { outer: element('table', { class: 'tblGrid tblRights' }, element('thead', {}, head), body), body };
};

/** Rows of a table whose second cell holds the control. */
const tableRow = (
  control: (press: () => void) => readonly (Node | string)[],
  show: (cell: HTMLElement, right: Right) => void,
): RowKind => ({
  container: tableContainer,
  create: (press) => element('tr', {}, element('td'), element('td', { class: 'state' }, ...control(press))),
  update: (row, right, bare) => {
    const [name, state] = row.children;
    if (!(name instanceof HTMLElement && state instanceof HTMLElement)) return;
    name.textContent = right.method;
    if (bare) state.replaceChildren();
    else show(state, right);
  },
  spacer: () => element('tr', { class: 'spacer' }, element('td', { colspan: '2' })),
  setHeight,
});

const onPress = <Kind extends HTMLElement>(control: Kind, type: string, press: () => void): Kind => {
  control.addEventListener(type, (event) => {
    if (type !== 'change') event.preventDefault();
    press();
  });
  return control;
};

const checkbox = tableRow(
  (press) => [onPress(element('input', { type: 'checkbox' }), 'change', press), ' ', element('span')],
  (cell, right) => {
    const input = cell.querySelector('input');
    const text = cell.querySelector('span');
    if (input) input.checked = right.on;
    if (text) text.textContent = stateText(right);
  },
);

const image = tableRow(
  (press) => [onPress(element('a', { href: '#' }, element('img')), 'click', press)],
  (cell, right) => {
    const picture = cell.querySelector('img');
    if (!picture) return;
    picture.src = right.on ? '/images/icons/vink_groen.svg' : '/images/icons/kruis_rood.svg';
    if (settings.variant === 'A') picture.alt = stateText(right);
  },
);

const link = tableRow(
  (press) => [onPress(element('a', { href: '#' }), 'click', press)],
  (cell, right) => {
    const anchor = cell.querySelector('a');
    if (anchor) anchor.textContent = stateText(right);
  },
);

const toggleSwitch: RowKind = {
  container: () => {
    const head = element(
      'div',
      { class: 'grid--head', role: 'row' },
      element('div', { class: 'cell', role: 'columnheader' }, texts.method),
      element('div', { class: 'cell', role: 'columnheader' }, texts.active),
    );
    const body = element('div', { role: 'rowgroup' });
    return { outer: element('div', { class: 'grid grid-rights', role: 'grid' }, head, body), body };
  },
  create: (press) => {
    const knob = element('span', { class: 'mat-slide-toggle-thumb' });
    const toggle = element('button', { type: 'button', role: 'switch', class: 'mat-slide-toggle' }, knob);
    return element(
      'div',
      { class: 'grid--row', role: 'row' },
      element('div', { class: 'cell', role: 'gridcell' }),
      element('div', { class: 'cell', role: 'gridcell' }, onPress(toggle, 'click', press)),
    );
  },
  update: (row, right, bare) => {
    const name = row.firstElementChild;
    const toggle = row.querySelector<HTMLElement>('.mat-slide-toggle');
    if (name) name.textContent = right.method;
    if (bare) toggle?.remove();
    else toggle?.setAttribute('aria-checked', String(right.on));
  },
  spacer: () => element('div', { class: 'spacer' }),
  setHeight,
};

/** The toolkit hears the button go down, not the click. */
const ext: RowKind = {
  container: () => {
    const body = element('tbody');
    const head = element(
      'div',
      { class: 'x-grid-header-ct' },
      element('div', { class: 'x-column-header cell' }, texts.method),
      element('div', { class: 'x-column-header cell' }, texts.active),
    );
    return {
      outer: element('div', { class: 'x-grid' }, head, element('table', { class: 'x-grid-table' }, body)),
      body,
    };
  },
  create: (press) =>
    element(
      'tr',
      { class: 'x-grid-row' },
      element('td', { class: 'x-grid-cell' }, element('div', { class: 'x-grid-cell-inner' })),
      element(
        'td',
        { class: 'x-grid-cell x-grid-cell-checkcolumn' },
        element('div', { class: 'x-grid-cell-inner' }, onPress(element('div'), 'mousedown', press)),
      ),
    ),
  update: (row, right, bare) => {
    const [name, state] = row.querySelectorAll<HTMLElement>('.x-grid-cell-inner');
    const box = state?.firstElementChild;
    if (name) name.textContent = right.method;
    if (bare) box?.remove();
    else if (box) box.className = `x-grid-checkheader${right.on ? ' x-grid-checkheader-checked' : ''}`;
  },
  spacer: () => element('tr', { class: 'spacer' }, element('td', { colspan: '2' })),
  setHeight,
};

export const rowKinds: Readonly<Record<typeof settings.toggle, RowKind>> = {
  checkbox,
  image,
  link,
  switch: toggleSwitch,
  ext,
};

import { type Html, html } from '../html.ts';
import type { Label } from '../labels/label.ts';
import { environmentName } from './document.ts';
import type { View } from './view.ts';

const bars: readonly (readonly [name: string, share: string])[] = [
  ['Sales', 'w7'],
  ['Finance', 'w3'],
  ['Operations', 'w9'],
];

/** What one sees first. */
export const writeHome = ({ skin, texts, session, switches }: View): Html => {
  const leave = skin.card(texts('leaveOverview'), html`<p class="figure">168 / 200</p>`);
  if (session.profile === 'employee') {
    const link = (label: Label, page: string): Html =>
      html`<p><a href="#"${skin.act(`page ${page}`)}>${texts(label)}</a></p>`;
    return html`<div class="cards">${skin.card(texts('payslips'), link('payslips', 'payslips'))}${skin.card(texts('timeRegistration'), link('timeRegistration', 'timeregistration'))}${leave}</div>`;
  }
  const departments = html`<div class="bars">${bars.map(([name, share]) => html`<div>${name}<b class="bar ${share}"></b></div>`)}</div>`;
  const debtors = skin.card(
    texts('debtors'),
    skin.table({
      columns: [texts('name')],
      groups: [{ title: null, rows: [[environmentName], ['Bakkerij De Korenaar'], ['Garage Van Loon']] }],
    }),
  );
  return html`<div class="cards">${switches.edition === 'accountant' && debtors}${skin.card(texts('myTasks'), html`<p>${texts('noTasks')}</p>`)}${skin.card(texts('ftePerDepartment'), departments)}${leave}</div>`;
};

/** A page that is there, with nothing on it that matters here. */
export const writeOther = ({ skin, texts }: View, label: Label): Html =>
  html`<h1>${texts(label)}</h1><div class="cards">${skin.card(texts(label), html`<p>${texts('noTasks')}</p>`)}</div>`;

import { type Html, html } from '../html.ts';
import type { Label } from '../labels/label.ts';
import { icon } from '../skins/icon.ts';
import { environmentName } from './document.ts';
import type { View } from './view.ts';

type Entry = readonly [symbol: string, label: Label, page: string];

const adminRail: readonly Entry[] = [
  ['home', 'home', 'home'],
  ['explore', 'explorer', 'explorer'],
  ['people', 'people', 'people'],
  ['list', 'lists', 'lists'],
  ['settings', 'settings', 'settings'],
  ['more_horiz', 'more', 'more'],
];

const employeeRail: readonly Entry[] = [
  ['home', 'home', 'home'],
  ['receipt', 'payslips', 'payslips'],
  ['schedule', 'timeRegistration', 'timeregistration'],
  ['beach_access', 'leave', 'leave'],
];

const rail = ({ session, switches, skin, texts }: View): Html => {
  const entries = session.profile === 'employee' ? employeeRail : adminRail;
  const shown = entries.filter(([, label]) => label !== 'settings' || switches.settings === 'shown');
  return html`<nav class="rail" id="widgetCopilotTabMenu">${shown.map(
    ([symbol, label, page]) =>
      html`<a href="#" class="rail--item"${skin.act(`page ${page}`)}>${icon(symbol)}<span class="card--list_text">${texts(label).toUpperCase()}</span></a>`,
  )}</nav>`;
};

const userMenu = ({ switches, skin, texts }: View): Html => html`<ul class="usermenu">
<li><a href="#"${skin.act('page profile')}>${texts('userProfile')}</a></li>
<li><a href="#"${skin.act('page account')}>${texts('myAccount')}</a></li>
${switches.profiles === 'two' && html`<li><a href="/applications/Common/AccountPicker.aspx">${texts('switchProfile')}</a></li>`}
<li><a href="#"${skin.act('page help')}>${texts('help')}</a></li>
<li><a href="/applications/Common/Logout.aspx">${texts('logout')}</a></li></ul>`;

const trigger = ({ switches, account }: View): Html =>
  switches.userMenu === 'email'
    ? html`<a href="#" class="user">${account.email}${icon('expand_more')}</a>`
    : html`<a href="#" class="user user-round">${icon('account_circle')}</a>`;

/** The frame that stays while pages come and go inside it (nmbrs-ui.md §1.3). */
export const writeShell = (view: View, content: Html): Html => {
  const parts = html`<header class="topbar"><span class="topbar--logo">nmbrs</span><span class="topbar--name">${environmentName}</span>${trigger(view)}<template class="usermenu-items">${userMenu(view)}</template></header>
${rail(view)}<div class="subheader">${environmentName}</div>
<aside class="rightrail">${icon('menu')}${icon('check')}</aside>
<input type="hidden" id="__antixsrftoken" value="${view.session.antiForgery}">
${content}`;
  return view.switches.variant === 'C'
    ? html`<app-root ng-version="17.3.1"><app-shell>${parts}</app-shell></app-root>`
    : parts;
};

import { type Html, html, nothing } from '../html.ts';
import { icon } from './icon.ts';
import type { Cell, Command, Field, RightsEditor, Skin, Tab, Table, TreeGroup } from './skin.ts';

const functions: Readonly<Record<string, string>> = {
  page: 'LoadDashlet',
  popup: 'OpenPopup',
  do: 'DoAction',
  close: 'ClosePopup',
  group: 'ToggleNode',
};

const argument = (text: string): string => (/^\d{3}$/.test(text) ? text : `'${text}'`);

/** Inline handlers, as WebForms pages of this age have them (nmbrs-ui.md §3). */
const act = (command: Command): Html => {
  const [name = '', ...args] = command.split(' ');
  const list = name === 'group' ? ['this'] : args.map(argument);
  return html` onclick="${`${functions[name] ?? name}(${list.join(',')});return false;`}"`;
};

const button = (label: string, command: Command, plain = false): Html =>
  html`<a href="#" class="btn${plain && ' btn-plain'}"${act(command)}>${label}</a>`;

const card = (title: string, body: Html): Html =>
  html`<div class="card"><div class="card--header"><h3>${title}</h3></div><div class="card--content">${body}</div></div>`;

const tabs = (all: readonly Tab[]): Html =>
  html`<ul class="tabstrip">${all.map(
    ({ label, command, active }) =>
      html`<li class="${active ? 'tab active' : 'tab'}"><a href="#"${act(command)}>${label}</a></li>`,
  )}</ul>`;

const fields = (all: readonly Field[]): Html =>
  html`<table class="tblDetail"><tbody>${all.map(
    ({ label, value, accent }) =>
      html`<tr><td class="lbl">${label}:</td><td class="val">${accent ? html`<span class="blue">${value}</span>` : value}</td></tr>`,
  )}</tbody></table>`;

const cell = (value: Cell): Html =>
  typeof value === 'string'
    ? html`<td>${value}</td>`
    : html`<td class="ico"><a href="#" title="${value.title}"${act(value.command)}>${icon(value.icon)}</a></td>`;

const table = ({ columns, groups }: Table): Html =>
  html`<table class="tblGrid"><tbody>${groups.map(
    ({ title, rows }) =>
      html`${title !== null && html`<tr class="grp"><td colspan="${columns.length}">${title}</td></tr>`}<tr>${columns.map((name) => html`<th>${name}</th>`)}</tr>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}`,
  )}</tbody></table>`;

const tree = (groups: readonly TreeGroup[], open: boolean): Html =>
  html`<ul class="tree">${groups.map(
    ({ label, items }, at) =>
      html`<li><a href="#" class="node"${act('group')}>${icon('expand_more')}<span class="card--list_text">${label}</span></a>
<ul${!open && html` hidden`}>${items.map(
        (item, index) =>
          html`<li><a href="#" id="tabmap_${item.command.split('/')[1] ?? 'general'}-${240 + at * 10 + index}" class="${item.active ? 'leaf active' : 'leaf'}"${act(item.command)}><span class="card--list_text">${item.label}</span></a></li>`,
      )}</ul></li>`,
  )}</ul>`;

const rights = ({ templateId, templateName, texts, saveButton }: RightsEditor): Html =>
  html`<p class="subtitle">${templateName}</p>
<input type="hidden" id="popupwindow_api_template" value="${templateId}">
<div class="apirights" data-template="${templateId}" data-choice="select">
<label for="popupwindow_api_webservice">${texts('webservices')}</label> <select id="popupwindow_api_webservice"></select>
<div class="apirights--list"></div><p class="message" role="status"></p>
${saveButton ? html`<div class="buttons"><a href="#" class="btn apirights--save">${texts('save')}</a></div>` : nothing}</div>`;

const popup = (title: string, body: Html, close: string): Html =>
  html`<div class="popupwindow"><div class="popupwindow--title"><h2>${title}</h2><a href="#" class="closer" title="${close}"${act('close')}>${icon('close')}</a></div>
<div class="popupwindow--body">${body}</div></div>`;

/** A: the WebForms application as it most likely is. */
export const classicSkin: Skin = { act, button, card, tabs, fields, table, tree, rights, popup };

import { type Html, html, nothing } from '../html.ts';
import type { Cell, Command, Field, RightsEditor, Skin, Tab, Table, TreeGroup } from './skin.ts';

/** Ids as the toolkit counts them: other ones on every page. */
let count = 1000;
const id = (kind: string): string => {
  count = count > 9_000 ? 1_000 : count + 1;
  return `${kind}-${count}`;
};

const act = (command: Command): Html => html` data-command="${command}"`;

const button = (label: string, command: Command, plain = false): Html =>
  html`<div class="x-btn${plain && ' x-btn-plain'}" id="${id('button')}"${act(command)}><em><button type="button" class="x-btn-center" hidefocus="true"><span class="x-btn-inner">${label}</span></button></em></div>`;

const card = (title: string, body: Html): Html =>
  html`<div class="x-panel card" id="${id('panel')}"><div class="x-panel-header card--header"><span class="x-panel-header-text">${title}</span></div><div class="x-panel-body card--content">${body}</div></div>`;

const tabs = (all: readonly Tab[]): Html =>
  html`<div class="x-tab-bar tabstrip" id="${id('tabbar')}">${all.map(
    ({ label, command, active }) =>
      html`<div class="x-tab tab${active && ' x-tab-active x-active'}" id="${id('tab')}"${act(command)}><em><span class="x-tab-inner">${label}</span></em></div>`,
  )}</div>`;

const fields = (all: readonly Field[]): Html =>
  html`${all.map(({ label, value, accent }) => {
    const input = id('displayfield');
    return html`<div class="x-field x-form-item form--row" id="${input}"><label for="${input}-inputEl" class="x-form-item-label form--label">${label}:</label><div class="x-form-item-body"><div id="${input}-inputEl" class="x-form-display-field form--value${accent && ' blue'}">${value}</div></div></div>`;
  })}`;

const cell = (value: Cell): Html =>
  typeof value === 'string'
    ? html`<td class="x-grid-cell"><div class="x-grid-cell-inner">${value}</div></td>`
    : html`<td class="x-grid-cell ico"><div class="x-grid-cell-inner"><img class="x-action-col-icon" src="/images/icons/${value.icon}.svg" data-qtip="${value.title}"${act(value.command)}></div></td>`;

const table = ({ columns, groups }: Table): Html =>
  html`<div class="x-grid" id="${id('gridpanel')}"><div class="x-grid-header-ct">${columns.map(
    (name) =>
      html`<div class="x-column-header cell" id="${id('gridcolumn')}"><span class="x-column-header-text">${name}</span></div>`,
  )}</div><div class="x-grid-view">${groups.map(
    ({ title, rows }) =>
      html`${title !== null && html`<div class="x-grid-group-hd"><div class="x-grid-group-title">${title}</div></div>`}<table class="x-grid-table">${rows.map(
        (row) => html`<tr class="x-grid-row">${row.map(cell)}</tr>`,
      )}</table>`,
  )}</div></div>`;

const tree = (groups: readonly TreeGroup[], open: boolean): Html =>
  html`<div class="x-tree-panel tree" id="${id('treepanel')}">${groups.map(
    ({ label, items }) =>
      html`<div class="x-grid-tree-node node"${act('group')}><img class="x-tree-elbow" src="/images/icons/elbow.svg"><span>${label}</span></div><div${!open && html` hidden`}>${items.map(
        (item) =>
          html`<div class="x-grid-tree-node leaf${item.active && ' x-grid-row-selected'}"${act(item.command)}><span>${item.label}</span></div>`,
      )}</div>`,
  )}</div>`;

const rights = ({ templateId, templateName, texts, saveButton }: RightsEditor): Html => {
  const combo = id('combobox');
  return html`<p class="subtitle">${templateName}</p><div class="apirights" data-template="${templateId}" data-choice="combo">
<table class="x-form-item" id="${combo}"><tr><td><label for="${combo}-inputEl" class="x-form-item-label">${texts('webservices')}:</label></td>
<td><input type="text" readonly id="${combo}-inputEl" class="x-form-field x-form-text"></td><td class="x-form-trigger x-form-arrow-trigger"></td></tr></table>
<div class="apirights--list"></div><div class="message"></div>
${saveButton ? html`<div class="x-btn apirights--save"><em><button type="button"><span class="x-btn-inner">${texts('save')}</span></button></em></div>` : nothing}</div>`;
};

const popup = (title: string, body: Html, close: string): Html =>
  html`<div class="x-window popupwindow" id="${id('window')}"><div class="x-window-header popupwindow--title"><span class="x-window-header-text">${title}</span><img class="x-tool-close" src="/images/icons/close.svg" data-qtip="${close}"${act('close')}></div>
<div class="x-window-body popupwindow--body">${body}</div></div>`;

/** F: an ExtJS-like toolkit: drawn boxes, counted ids, combos whose list hangs at the end of the document. */
export const extSkin: Skin = { act, button, card, tabs, fields, table, tree, rights, popup };

import { type Html, html } from '../html.ts';
import { classicSkin } from './classic.ts';
import { icon } from './icon.ts';
import type { Cell, Command, Field, Skin, Tab, Table } from './skin.ts';

const act = (command: Command): Html => html` data-command="${command}"`;

const button = (label: string, command: Command, plain = false): Html =>
  html`<button type="button" class="btn${plain && ' btn-plain'}"${act(command)}>${label}</button>`;

const tabs = (all: readonly Tab[]): Html =>
  html`<nav class="tabstrip">${all.map(
    ({ label, command, active }) =>
      html`<a href="#" class="tab${active && ' active'}"${active && html` aria-current="page"`}${act(command)}>${label}</a>`,
  )}</nav>`;

const fields = (all: readonly Field[]): Html =>
  html`<dl class="form">${all.map(
    ({ label, value, accent }) =>
      html`<div class="form--row"><dt class="form--label">${label}</dt><dd class="form--value${accent && ' blue'}">${value}</dd></div>`,
  )}</dl>`;

const cell = (value: Cell): Html =>
  typeof value === 'string'
    ? html`<td>${value}</td>`
    : html`<td class="ico"><button type="button" class="icon-button" title="${value.title}"${act(value.command)}>${icon(value.icon)}</button></td>`;

/** Every section is a table of its own under its own heading. */
const table = ({ columns, groups }: Table): Html =>
  html`${groups.map(
    ({ title, rows }) =>
      html`${title !== null && html`<h4>${title}</h4>`}<table class="tblGrid"><thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody></table>`,
  )}`;

const tree: Skin['tree'] = (groups, open) =>
  html`<div class="tree">${groups.map(
    ({ label, items }) =>
      html`<button type="button" class="node"${act('group')}>${icon('expand_more')}<span>${label}</span></button><ul${!open && html` hidden`}>${items.map(
        (item) =>
          html`<li><a href="#" class="${item.active ? 'leaf active' : 'leaf'}"${act(item.command)}>${item.label}</a></li>`,
      )}</ul>`,
  )}</div>`;

const popup = (title: string, body: Html, close: string): Html =>
  html`<section class="popupwindow" role="dialog"><div class="popupwindow--title"><h2>${title}</h2><button type="button" class="icon-button" title="${close}"${act('close')}>${icon('close')}</button></div>
<div class="popupwindow--body">${body}</div></section>`;

/** E: web components; the script puts these parts into shadow roots. */
export const definitionSkin: Skin = { ...classicSkin, act, button, tabs, fields, table, tree, popup };

import { type Html, html } from '../html.ts';
import { classicSkin } from './classic.ts';
import type { Cell, Field, Skin, Table } from './skin.ts';

/** Labels in one column of boxes and values in another: only their place says which belong together. */
const fields = (all: readonly Field[]): Html =>
  html`<div class="columns"><div class="columns--labels">${all.map(({ label }) => html`<div>${label}</div>`)}</div>
<div class="columns--values">${all.map(({ value, accent }) => html`<div${accent && html` class="blue"`}>${value}</div>`)}</div></div>`;

const cell = (value: Cell): Html =>
  typeof value === 'string'
    ? html`<td>${value}</td>`
    : html`<td class="ico"><a href="#"${classicSkin.act(value.command)}><img src="/images/icons/${value.icon}.svg"></a></td>`;

const widths = (columns: readonly string[]): Html =>
  html`<colgroup>${columns.map((_, at) => html`<col class="${at === 0 ? 'wide' : 'narrow'}">`)}</colgroup>`;

/** The head stays while the rows scroll, so it is a table of its own; icons are bare pictures. */
const table = ({ columns, groups }: Table): Html =>
  html`<div class="split"><table class="tblGridHeader">${widths(columns)}<tbody><tr>${columns.map((name) => html`<td>${name}</td>`)}</tr></tbody></table>
<div class="split--rows"><table class="tblGrid">${widths(columns)}<tbody>${groups.map(
    ({ title, rows }) =>
      html`${title !== null && html`<tr class="grp"><td colspan="${columns.length}">${title}</td></tr>`}${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}`,
  )}</tbody></table></div></div>`;

/** B, and D within a frame: heads apart from rows, icons without a word. */
export const splitSkin: Skin = { ...classicSkin, fields, table };

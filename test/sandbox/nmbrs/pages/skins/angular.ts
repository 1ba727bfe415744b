import { type Html, html, nothing } from '../html.ts';
import { icon } from './icon.ts';
import type { Cell, Command, Field, RightsEditor, Skin, Tab, Table, TreeGroup } from './skin.ts';

const scope = html` _ngcontent-ng-c2718`;

const act = (command: Command): Html => html`${scope} data-command="${command}"`;

const button = (label: string, command: Command, plain = false): Html =>
  html`<button type="button" class="mat-button${!plain && ' mat-primary'}"${act(command)}><span class="mat-button-wrapper">${label}</span></button>`;

const card = (title: string, body: Html): Html =>
  html`<mat-card class="card"${scope}><mat-card-title class="card--header" role="heading" aria-level="3">${title}</mat-card-title><mat-card-content class="card--content">${body}</mat-card-content></mat-card>`;

const tabs = (all: readonly Tab[]): Html =>
  html`<mat-tab-header class="tabstrip" role="tablist">${all.map(
    ({ label, command, active }) =>
      html`<div class="${active ? 'tab mat-tab-label-active' : 'tab'}" role="tab" tabindex="0" aria-selected="${String(active)}"${act(command)}>${label}</div>`,
  )}</mat-tab-header>`;

const fields = (all: readonly Field[]): Html =>
  html`<div class="form">${all.map(
    ({ label, value, accent }) =>
      html`<app-form-field class="form--row"><span class="form--label">${label}</span><app-read-only class="form--value${accent && ' blue'}"><span>${value}</span></app-read-only></app-form-field>`,
  )}</div>`;

const cell = (value: Cell): Html =>
  typeof value === 'string'
    ? html`<div class="cell" role="gridcell">${value}</div>`
    : html`<div class="cell ico" role="gridcell"><button type="button" class="mat-icon-button" aria-label="${value.title}"${act(value.command)}><mat-icon class="material-icons" aria-hidden="true">${value.icon}</mat-icon></button></div>`;

const table = ({ columns, groups }: Table): Html =>
  html`<app-grid class="grid" role="grid"><div class="grid--head" role="row">${columns.map((name) => html`<div class="cell" role="columnheader">${name}</div>`)}</div>${groups.map(
    ({ title, rows }) =>
      html`<div role="rowgroup">${title !== null && html`<div class="grid--group" role="heading" aria-level="4">${title}</div>`}${rows.map((row) => html`<div class="grid--row" role="row">${row.map(cell)}</div>`)}</div>`,
  )}</app-grid>`;

const tree = (groups: readonly TreeGroup[], open: boolean): Html =>
  html`<app-nav-tree class="tree" role="tree">${groups.map(
    ({ label, items }) =>
      html`<div role="treeitem" class="node" aria-expanded="${String(open)}" tabindex="0"${act('group')}><mat-icon class="material-icons">expand_more</mat-icon><span>${label}</span></div><div role="group"${!open && html` hidden`}>${items.map(
        (item) =>
          html`<div role="treeitem" tabindex="0" class="${item.active ? 'leaf active' : 'leaf'}"${act(item.command)}>${item.label}</div>`,
      )}</div>`,
  )}</app-nav-tree>`;

const rights = ({ templateId, templateName, texts, saveButton }: RightsEditor): Html =>
  html`<p class="subtitle">${templateName}</p><app-api-rights class="apirights" data-template="${templateId}" data-choice="overlay">
<span class="form--label">${texts('webservices')}</span>
<div class="mat-select" role="combobox" aria-haspopup="listbox" aria-expanded="false" tabindex="0"><span class="mat-select-value"></span>${icon('arrow_drop_down')}</div>
<div class="apirights--list"></div><p class="message" role="status"></p>
${saveButton ? html`<button type="button" class="mat-button mat-primary apirights--save">${texts('save')}</button>` : nothing}</app-api-rights>`;

const popup = (title: string, body: Html, close: string): Html =>
  html`<mat-dialog-container class="popupwindow" role="dialog" aria-modal="true"><div class="popupwindow--title"><h2>${title}</h2><button type="button" class="mat-icon-button" aria-label="${close}"${act('close')}>${icon('close')}</button></div>
<mat-dialog-content class="popupwindow--body">${body}</mat-dialog-content></mat-dialog-container>`;

/** C: a screen that was rebuilt in Angular: custom elements and roles, lists that hang at the end of the document. */
export const angularSkin: Skin = { act, button, card, tabs, fields, table, tree, rights, popup };

import { type Html, html } from '../html.ts';
import type { Label } from '../labels/label.ts';
import type { Cell } from '../skins/skin.ts';
import { type Section, sections, type Template } from '../templates.ts';
import type { View } from './view.ts';

export const sectionLabels: Readonly<Record<Section, Label>> = {
  accountant: 'sectionAccountant',
  client: 'sectionClient',
  company: 'sectionCompany',
  manager: 'sectionManager',
  employee: 'sectionEmployee',
};

/** The dashlet with all user templates; without the right to write there are no icons to press (nmbrs-ui.md §1.3). */
export const writeTemplateUsers = ({ skin, texts, own, templates, switches }: View): Html => {
  const editable = switches.templates !== 'read-only';
  const iconCell = (icon: string, label: Label, command: string): Cell =>
    editable ? { icon, title: texts(label), command } : '';
  const row = ({ id, name }: Template): readonly Cell[] => [
    own(name),
    iconCell('dashboard', 'editDashboard', `popup 101 ${id}`),
    iconCell('people', 'editUsers', `popup 102 ${id}`),
    iconCell('settings', 'editApi', switches.rightsIn === 'page' ? `page settings/api-${id}` : `popup 103 ${id}`),
  ];
  const all = templates.list();
  const groups = sections
    .map((section) => ({
      title: texts(sectionLabels[section]),
      rows: all.filter((template) => template.section === section).map(row),
    }))
    .filter(({ rows }) => rows.length > 0);
  const columns = [texts('name'), texts('columnDashboard'), texts('columnUsers'), texts('columnApi')];
  return html`<h1>${texts('templateUsers')}</h1>
<div class="buttons">${editable && skin.button(texts('newTemplate'), 'popup 104')}${editable && skin.button(texts('applyTemplate'), 'popup 106', true)}</div>
${skin.card(texts('templateUsers'), skin.table({ columns, groups }))}`;
};

import { type Html, html } from '../html.ts';
import type { Label } from '../labels/label.ts';
import { sections, type Template } from '../templates.ts';
import { writeRights } from './rights.ts';
import { sectionLabels } from './template-users.ts';
import type { View } from './view.ts';

export const popupNames: Readonly<Record<string, string>> = {
  101: 'dashboard',
  102: 'users',
  103: 'api',
  104: 'new-template',
  105: 'edit-profile',
  106: 'apply-template',
  107: 'reset-token',
};

const question = ({ skin, texts }: View, title: Label, text: Label, command: string): Html =>
  skin.popup(
    texts(title),
    html`<p>${texts(text)}</p><div class="buttons">${skin.button(texts('yes'), command)}${skin.button(texts('no'), 'close', true)}</div>`,
    texts('close'),
  );

const newTemplate = ({ skin, texts, switches }: View): Html => {
  const choices = sections.filter((section) => (section === 'accountant') === (switches.edition === 'accountant'));
  return skin.popup(
    texts('newTemplate'),
    html`<p><label for="popupwindow_template_name">${texts('name')}</label> <input type="text" id="popupwindow_template_name"></p>
<p><label for="popupwindow_template_type">${texts('userType')}</label> <select id="popupwindow_template_type">${choices.map((section) => html`<option value="${section}">${texts(sectionLabels[section])}</option>`)}</select></p>
<div class="buttons">${skin.button(texts('save'), 'do create-template')}</div>`,
    texts('close'),
  );
};

const ofTemplate = (view: View, name: string, template: Template): Html => {
  const { skin, texts, own } = view;
  const title = own(template.name);
  if (name === 'api') return skin.popup(texts('columnApi'), writeRights(view, template), texts('close'));
  if (name === 'users') {
    const rows = Array.from({ length: Math.min(template.users, 12) }, (_, at) => [`user${at + 1}@acme.example`]);
    return skin.popup(
      title,
      skin.table({ columns: [texts('email')], groups: [{ title: null, rows }] }),
      texts('close'),
    );
  }
  const rows = [
    [texts('payslips'), texts('read')],
    [texts('leave'), texts('write')],
    [texts('templateUsers'), template.section === 'client' ? texts('write') : texts('none')],
  ];
  const table = skin.table({ columns: [texts('dashlet'), texts('rights')], groups: [{ title: null, rows }] });
  return skin.popup(
    title,
    html`${table}<div class="buttons">${skin.button(texts('applyTemplate'), 'popup 106')}</div>`,
    texts('close'),
  );
};

/** A popup by its number; undefined where there is none of that kind (nmbrs-ui.md §1.2, PopupHandler.ashx). */
export const writePopup = (view: View, name: string, template: Template | undefined): Html | undefined => {
  const { skin, texts, person } = view;
  switch (name) {
    case 'new-template':
      return newTemplate(view);
    case 'edit-profile':
      return skin.popup(
        texts('editProfile'),
        html`<p><label for="popupwindow_profile_name">${texts('name')}</label> <input type="text" id="popupwindow_profile_name" value="${person.name}"></p><div class="buttons">${skin.button(texts('save'), 'do save-profile')}</div>`,
        texts('close'),
      );
    case 'apply-template':
      return question(view, 'applyTemplate', 'sureApply', 'do apply-template');
    case 'reset-token':
      return question(view, 'resetToken', 'sureReset', 'do reset-token');
    default:
      return template && ofTemplate(view, name, template);
  }
};

import { type Html, html } from '../html.ts';
import type { Label } from '../labels/label.ts';
import type { Cell, TreeGroup } from '../skins/skin.ts';
import { writeRights } from './rights.ts';
import { writeTemplateUsers } from './template-users.ts';
import type { View } from './view.ts';

const entries: readonly (readonly [group: Label, items: readonly (readonly [Label, string])[]])[] = [
  [
    'general',
    [
      ['environment', 'environment'],
      ['theme', 'theme'],
    ],
  ],
  [
    'groupUsers',
    [
      ['logins', 'logins'],
      ['accountantLogin', 'accountantlogin'],
      ['clientLogin', 'clientlogin'],
      ['templateUsers', 'templateusers'],
    ],
  ],
  ['payroll', [['wageCodes', 'wagecodes']]],
];

/** Every login of the environment; an administrator may make its token here (nmbrs-ui.md §2 K5). */
const writeLogins = ({ skin, texts, own, account, templates, apiAccount }: View, title: Label): Html => {
  const mine: Cell = apiAccount.active()
    ? '✓'
    : { icon: 'add', title: texts('apiToken'), command: 'do create-login-token' };
  const rows: readonly (readonly Cell[])[] = [
    [account.email, own(templates.own().name), mine],
    ['hr@acme.example', own('HR Manager (System)'), '✓'],
    ['planning@acme.example', own('Koppeling planning'), '✓'],
  ];
  return skin.card(
    texts(title),
    skin.table({ columns: [texts('email'), texts('userType'), texts('apiToken')], groups: [{ title: null, rows }] }),
  );
};

const writeItem = (view: View, item: string): Html => {
  const { skin, texts, templates } = view;
  const template = templates.find(Number(/^api-(\d+)$/.exec(item)?.[1]));
  if (template) return skin.card(texts('columnApi'), writeRights(view, template));
  if (item === 'templateusers') return writeTemplateUsers(view);
  if (item === 'logins' || item === 'clientlogin')
    return writeLogins(view, item === 'logins' ? 'logins' : 'clientLogin');
  const label = entries.flatMap(([, items]) => items).find(([, name]) => name === item)?.[0];
  return label
    ? skin.card(texts(label), html`<p>${texts('noTasks')}</p>`)
    : skin.card(texts('settings'), html`<p>${texts('chooseItem')}</p>`);
};

/** The settings at the top level: a tree on the left, the chosen item beside it. */
export const writeSettings = (view: View, item: string): Html => {
  const { skin, texts, switches } = view;
  const groups: readonly TreeGroup[] = entries.map(([label, items]) => ({
    label: texts(label),
    items: items
      .filter(([, name]) => name !== 'accountantlogin' || switches.edition === 'accountant')
      .map(([name, page]) => ({ label: texts(name), command: `page settings/${page}`, active: page === item })),
  }));
  return html`<div class="settings"><div class="settings--tree">${skin.tree(groups, switches.tree === 'open' || item !== '')}</div><div class="settings--content">${writeItem(view, item)}</div></div>`;
};

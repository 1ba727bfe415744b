import type { Events } from './events.ts';
import { sections } from './templates.ts';
import type { View } from './views/view.ts';

/** The fields of the popup that a button stands in, by id. */
export type PopupFields = Readonly<Record<string, string>>;

/** What a button makes happen; each gives the commands with which the page goes on. */
const actions: Readonly<Record<string, (view: View, events: Events, fields: PopupFields) => readonly string[]>> = {
  'activate-api': ({ apiAccount, switches }, events) => {
    apiAccount.activate(switches.reveal);
    events.add({ kind: 'activate-api' });
    return ['page profile/apitoken'];
  },
  'reset-token': ({ apiAccount }, events) => {
    apiAccount.resetToken();
    events.add({ kind: 'reset-token' });
    return ['close', 'page profile/apitoken'];
  },
  'create-login-token': ({ apiAccount }, events) => {
    apiAccount.activate('at-once');
    events.add({ kind: 'create-login-token' });
    return ['page settings/logins'];
  },
  'create-template': ({ templates }, events, fields) => {
    const section = sections.find((each) => each === fields.popupwindow_template_type);
    const name = fields.popupwindow_template_name?.trim() ?? '';
    if (!section || name === '') return [];
    templates.add(section, name);
    events.add({ kind: 'create-template', name });
    return ['close', 'page settings/templateusers'];
  },
  'apply-template': (_view, events) => {
    events.add({ kind: 'apply-template' });
    return ['close'];
  },
  'save-profile': ({ person }, events, fields) => {
    person.name = fields.popupwindow_profile_name ?? person.name;
    events.add({ kind: 'save-profile' });
    return ['close', 'page profile'];
  },
};

/** Does an action by its name; undefined where there is none. */
export const doAction = (
  name: string,
  view: View,
  events: Events,
  fields: PopupFields,
): readonly string[] | undefined => (Object.hasOwn(actions, name) ? actions[name]?.(view, events, fields) : undefined);

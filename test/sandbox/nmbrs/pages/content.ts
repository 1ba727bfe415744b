import type { Html } from './html.ts';
import type { Label } from './labels/label.ts';
import { writeHome, writeOther } from './views/home.ts';
import { writeSettings } from './views/settings.ts';
import { writeUserProfile } from './views/user-profile.ts';
import type { View } from './views/view.ts';

const others: Readonly<Record<string, Label>> = {
  explorer: 'explorer',
  people: 'people',
  lists: 'lists',
  more: 'more',
  account: 'myAccount',
  help: 'help',
  payslips: 'payslips',
  timeregistration: 'timeRegistration',
  leave: 'leave',
};

/** The inside of a page by its name, `settings/templateusers`; undefined where this person has no such page. */
export const writeContent = (view: View, name: string): Html | undefined => {
  const [page = '', item = ''] = name.split('/');
  if (page === 'home') return writeHome(view);
  if (page === 'profile') return writeUserProfile(view, item === '' ? 'profile' : item);
  if (page === 'settings')
    return view.session.profile === 'admin' && view.switches.settings === 'shown'
      ? writeSettings(view, item)
      : undefined;
  const label = others[page];
  return label && writeOther(view, label);
};

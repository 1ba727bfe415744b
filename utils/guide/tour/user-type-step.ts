import { wordFor } from '../labels/label.ts';
import { type Guidance, guidance } from './guidance.ts';
import { quote } from './quote.ts';
import type { Situation } from './situation.ts';

/** User menu → user profile → the user type. The type itself is taken over as soon as it is to be seen. */
export function userTypeStep({ reading }: Situation): Guidance {
  const { ways, index, state } = reading;
  if (state === 'profile' || state === 'profileNoTokenTab' || state.startsWith('token')) {
    if (ways.profileTab && state.startsWith('token')) {
      return guidance('userType', 'openProfileTab', {
        target: ways.profileTab,
        params: { label: quote(ways.profileTab, 'profileSection', index) },
        actions: ['press'],
      });
    }
    return guidance('userType', 'noUserType', {
      params: { label: wordFor('userType', index.language) },
      actions: ['goOn'],
    });
  }
  return toProfile('userType', reading);
}

/** The way to the user profile from anywhere. On pages that say nothing the guide knows, the admin may go on without. */
export function toProfile(item: 'userType' | 'token', { ways, index, state }: Situation['reading']): Guidance {
  if (ways.userProfile && ways.userProfile.confidence >= 0.5) {
    return guidance(item, 'openProfile', {
      target: ways.userProfile,
      params: { label: quote(ways.userProfile, 'userProfile', index) },
      actions: ['press'],
    });
  }
  const label = wordFor('userProfile', index.language);
  const help = [...(item === 'userType' ? (['goOn'] as const) : []), 'lookAgain', 'copyStructure'] as const;
  if (ways.userMenu) {
    // Where the menu is open already, or the page says nothing known, pressing it may not be all that is needed.
    const open = index.labelled('logOut').length > 0 || index.labelled('myAccount').length > 0;
    const actions = open || state === 'unknown' ? (['press', ...help] as const) : (['press'] as const);
    return guidance(item, 'openUserMenu', { target: ways.userMenu, params: { label }, actions });
  }
  // Inside Nmbrs the menu is there, whatever it looks like; the words alone lead to it.
  if (state === 'shell' || state === 'settings')
    return guidance(item, 'openUserMenu', { params: { label }, actions: help });
  return guidance(item, item === 'token' ? 'lostToken' : 'lost', { params: { label }, actions: help });
}

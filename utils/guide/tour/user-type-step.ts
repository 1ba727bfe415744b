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

/** The way to the user profile from anywhere. */
export function toProfile(item: 'userType' | 'token', { ways, index, state }: Situation['reading']): Guidance {
  if (ways.userProfile && ways.userProfile.confidence >= 0.5) {
    return guidance(item, 'openProfile', {
      target: ways.userProfile,
      params: { label: quote(ways.userProfile, 'userProfile', index) },
      actions: ['press'],
    });
  }
  const label = wordFor('userProfile', index.language);
  if (ways.userMenu)
    return guidance(item, 'openUserMenu', { target: ways.userMenu, params: { label }, actions: ['press'] });
  // Inside Nmbrs the menu is there, whatever it looks like; the words alone lead to it.
  return state === 'shell' || state === 'settings'
    ? guidance(item, 'openUserMenu', { params: { label }, actions: ['lookAgain', 'copyStructure'] })
    : guidance(item, 'lost', { params: { label }, actions: ['lookAgain', 'copyStructure'] });
}

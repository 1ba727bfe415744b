import type { Language } from '../switches.ts';
import type { Labels } from './label.ts';

/** Dutch environments mix languages freely (nmbrs-ui.md §2, notes). */
export const dutchWithEnglish: Partial<Labels> = {
  userProfile: 'User Profile',
  userType: 'User type',
  groupUsers: 'User accounts',
  templateUsers: 'User templates',
  columnUsers: 'Users',
  apiToken: 'API Token',
  activate: 'Activate API Account',
  token: 'Token',
  tokenEmail: 'E-mailadres',
  resetToken: 'Reset token',
  active: 'Active',
  inactive: 'Inactive',
};

/** The other names that guides and articles of other years print for the same things (nmbrs-ui.md §2). */
export const otherWording: Readonly<Record<Language, Partial<Labels>>> = {
  en: {
    userProfile: 'USER PROFILE',
    groupUsers: 'User Settings',
    templateUsers: 'USER TEMPLATES',
    clientLogin: 'Customer login',
    apiToken: 'API TOKEN',
    tokenEmail: 'Username (Email)',
  },
  nl: {
    userProfile: 'Gebruikersprofiel',
    userType: 'Gebruikerstype',
    groupUsers: 'Gebruikersinstellingen',
    templateUsers: 'Template Users',
    newTemplate: 'Nieuwe template gebruikers',
    apiToken: 'API-token',
    token: 'Token',
    tokenEmail: 'E-mailadres',
    resetToken: 'Reset token',
  },
  'nl-en': { templateUsers: 'Template users', groupUsers: 'Users', userType: 'Gebruikers type' },
  sv: {},
  de: {},
};

import { findClickable } from '../locate/find-label.ts';
import type { PageIndex } from '../page/page-index.ts';

/** How sure it is that the admin stands before a login, a choice of profiles, or pages that are not for administrators. */
export interface AccessScores {
  readonly loggedOut: number;
  readonly profilePicker: number;
  readonly employeeOnly: number;
  /** The frame around all pages of somebody who is logged in. */
  readonly shell: number;
}

/** Weighs what speaks for each (nmbrs-ui.md §5.2). `path` is the page's own, in any case. */
export function readAccess(index: PageIndex, path: string): AccessScores {
  const any = (...labels: Parameters<PageIndex['labelled']>[0][]) =>
    labels.some((label) => index.labelled(label).length > 0);
  const passwords = index.query('input[type=password]').length > 0;
  const settings = any('settings', 'templateUsers');
  const person = any('logOut', 'myAccount', 'userProfile');
  const shell =
    (settings ? 0.6 : 0) + (person ? 0.25 : 0) + (index.query('nav,[role=navigation],aside').length > 0 ? 0.15 : 0);
  const loginButton = findClickable(index, 'loginButton') !== null;
  const loggedOut =
    (/\/login\.aspx$/i.test(path) ? 0.4 : 0) +
    (passwords ? 0.4 : 0) +
    (loginButton ? 0.2 : 0) +
    (any('loginWords') ? 0.1 : 0) -
    (settings ? 0.5 : 0);
  const picker = index.query('[class*=account-picker],[class*=profile-picker]').length > 0;
  const profilePicker = (picker ? 0.65 : 0) + (any('profilePicker') ? 0.65 : 0) - (settings ? 0.5 : 0);
  const employeeOnly = settings || passwords ? 0 : (any('employeeWords') ? 0.7 : 0) + (person ? 0.2 : 0);
  return {
    loggedOut: within(loggedOut),
    profilePicker: within(profilePicker),
    employeeOnly: within(employeeOnly),
    shell: within(shell),
  };
}

function within(score: number): number {
  return Math.max(0, Math.min(1, score));
}

import { meaningsOf } from '../labels/label.ts';
import { classWords, clickableOf } from '../locate/clickable.ts';
import { findClickable } from '../locate/find-label.ts';
import type { Located } from '../locate/located.ts';
import type { PageIndex, TextEntry } from '../page/page-index.ts';
import { normalise, readText } from '../page/text.ts';
import { isVisible } from '../page/visible.ts';

/** The ways that lead from page to page. */
export interface Ways {
  /** What opens the user menu, top right. */
  readonly userMenu: Located | null;
  readonly userProfile: Located | null;
  readonly settings: Located | null;
  /** The closed group of the settings that the templates are in. */
  readonly usersGroup: Located | null;
  readonly templateUsers: Located | null;
  readonly tokenTab: Located | null;
  readonly profileTab: Located | null;
  readonly activate: Located | null;
  readonly close: Located | null;
}

const heading = 'h1,h2,h3,h4,legend,[role=heading],th';
const notHeading = ({ element }: TextEntry): boolean => element.closest(heading) === null;

export function readWays(index: PageIndex): Ways {
  return {
    userMenu: findUserMenu(index),
    userProfile: findClickable(index, 'userProfile', notHeading),
    settings: findClickable(index, 'settings', notHeading) ?? findSettingsIcon(index),
    usersGroup: findClickable(
      index,
      'usersGroup',
      ({ element }) => element.closest('th,td,table,[role=grid]') === null,
    ),
    templateUsers: findClickable(index, 'templateUsers', notHeading),
    tokenTab: findClickable(index, 'tokenTab', isTab),
    profileTab: findClickable(index, 'profileSection', isTab),
    activate: findClickable(index, 'activateApi'),
    close: findClickable(index, 'close'),
  };
}

/** The label of a tab is also that of a row: only what is made for clicking and stands in no table is a tab. */
function isTab({ element }: TextEntry): boolean {
  if (element.closest('[role=tab],[role=tablist]')) return true;
  if (element.closest('th,td,dt,dd,label,h1,h2,h3') && !element.closest('a,button,[onclick],li')) return false;
  if (element.closest('a,button,[onclick],li,[tabindex]')) return true;
  return [...classWords(clickableOf(element)), ...classWords(element.parentElement ?? element)].some((word) =>
    /^tabs?$|^tab\w*/.test(word),
  );
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const personIcon = /^(person|account_circle|account|user|avatar)$/;

/** The e-mail address or the picture in the top bar (nmbrs-ui.md §2 P1). */
function findUserMenu(index: PageIndex): Located | null {
  const named = findClickable(index, 'userMenu');
  if (named && named.confidence >= 0.65) return named;
  const address = index.texts.find(({ element, text }) => email.test(text) && inTopBar(element) && isVisible(element));
  if (address) return { element: clickableOf(address.element), confidence: 0.9, words: address.text };
  const pictures = index
    .query('i,img,svg,[class*=avatar],[class*=profile],[class*=user]')
    .filter((element) => inTopBar(element) && isVisible(element) && looksLikePerson(element));
  const picture = pictures[pictures.length - 1];
  if (picture) return { element: clickableOf(picture), confidence: 0.7, words: '' };
  const avatar = index
    .query(opener)
    .filter((element) => inTopBar(element) && isVisible(element) && isAvatar(element))
    .at(-1);
  return avatar ? { element: avatar, confidence: 0.65, words: '' } : named;
}

const opener = 'a,button,summary,[role=button],[onclick],[tabindex],[aria-haspopup]';
const initials = /^\p{Lu}{1,3}$/u;

/** Initials in place of a picture, or a name that says whose menu it is (inferred; nmbrs-ui.md §2 P1 has the icon). */
function isAvatar(element: Element): boolean {
  if (initials.test(readText(element).trim())) return true;
  return ['title', 'aria-label'].some((attribute) =>
    meaningsOf(normalise(element.getAttribute(attribute) ?? '')).some(
      ({ label }) => label === 'profileSection' || label === 'userProfile' || label === 'userMenu',
    ),
  );
}

function looksLikePerson(element: Element): boolean {
  return (
    personIcon.test((element.textContent ?? '').trim()) ||
    [...classWords(element)].some((word) => personIcon.test(word))
  );
}

/** In a header, or in the uppermost part of the window, right of its middle. */
function inTopBar(element: Element): boolean {
  if (element.closest('header,[role=banner],[class*=topbar],[class*=top-bar],[id*=topbar]')) return true;
  const box = element.getBoundingClientRect();
  const width = element.ownerDocument.defaultView?.innerWidth ?? 0;
  return box.width > 0 && box.top < 90 && box.left > width / 2;
}

/** A cog without words: only one at the left edge or in the navigation is the settings'; the others are the templates'. */
function findSettingsIcon(index: PageIndex): Located | null {
  const cogs = index.query('i,img,svg').filter((element) => {
    if (
      !/^settings$|^cog$/.test((element.textContent ?? '').trim()) &&
      !['cog', 'gear', 'settings'].some((word) => classWords(element).has(word))
    )
      return false;
    if (element.closest('table,[role=grid],[role=row]') || !isVisible(element)) return false;
    const box = element.getBoundingClientRect();
    return element.closest('nav,aside,[role=navigation]') !== null || (box.width > 0 && box.right < 120);
  });
  const cog = cogs[0];
  return cog && cogs.length === 1 ? { element: clickableOf(cog), confidence: 0.7, words: '' } : null;
}

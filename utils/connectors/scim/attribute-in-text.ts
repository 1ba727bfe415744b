import { type AccountAttribute, accountAttributes } from '../../core/account.ts';
import { parsePath } from './path.ts';
import type { TargetProfile } from './profile.ts';

/** Without these there is no account, and their names are words that any refusal may use: they count only when nothing else fits. */
const weak: ReadonlySet<AccountAttribute> = new Set(['active', 'userName', 'externalId']);

/** "a disabled user can't have a manager or a disabled supervisor can't be set" (javelo-scim.md §2.2; the wording is inferred). */
const speaksOfManager = /\b(?:manager|supervisor)s?\b/i;

/**
 * The one attribute that a refusal's text speaks of, by its full path or else by its name; null where it names none or
 * several. `sent` are those the request carried: nothing else can have been refused.
 */
export function attributeInText(
  text: string,
  sent: readonly AccountAttribute[],
  profile: TargetProfile,
): AccountAttribute | null {
  const candidates = accountAttributes.filter((attribute) => sent.includes(attribute));
  const strong = candidates.filter((attribute) => !weak.has(attribute));
  return (
    only(strong, (attribute) => namesPath(text, profile.paths[attribute])) ??
    only(strong, (attribute) => namesWord(text, profile.paths[attribute])) ??
    (strong.includes('managerUserName') && speaksOfManager.test(text) ? 'managerUserName' : null) ??
    only(candidates, (attribute) => namesWord(text, profile.paths[attribute]))
  );
}

function only<Item>(items: readonly Item[], fits: (item: Item) => boolean): Item | null {
  const found = items.filter(fits);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** A path that cannot be taken for an ordinary word: one with a URN or a sub-attribute. */
function namesPath(text: string, path: string | null): boolean {
  return path !== null && /[:.[]/.test(path) && hasWord(text, path);
}

function namesWord(text: string, path: string | null): boolean {
  if (path === null) return false;
  const { attribute, selector, subAttribute } = parsePath(path);
  return hasWord(text, subAttribute === null || selector ? attribute : subAttribute);
}

function hasWord(text: string, word: string): boolean {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0) return false;
  const letter = /[\p{L}\p{N}]/u;
  const before = text[at - 1] ?? '';
  const after = text[at + word.length] ?? '';
  return (!letter.test(before) && !letter.test(after)) || hasWord(text.slice(at + 1), word);
}

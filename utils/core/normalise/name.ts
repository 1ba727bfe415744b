import { cleanText } from './text.ts';

type Text = string | null | undefined;

export interface GivenNameParts {
  readonly nickname?: Text;
  readonly firstName?: Text;
  readonly initials?: Text;
}

export interface FamilyNameParts {
  readonly prefix?: Text;
  readonly lastName?: Text;
  readonly partnerPrefix?: Text;
  readonly partnerLastName?: Text;
  /** Nmbrs `Naamstelling`: 1 own · 2 partner · 3 partner-own · 4 own-partner (nmbrs-api.md §2.9); anything else counts as 1. */
  readonly nameOrder?: string | number | null | undefined;
}

/** The name somebody is called by: nickname, else first name, else initials (rule R5). */
export function composeGivenName(parts: GivenNameParts): string | null {
  return cleanText(parts.nickname) ?? cleanText(parts.firstName) ?? cleanText(parts.initials);
}

/** The name somebody was born with: `de` + `Vries`. A prefix alone is no name. */
export function composeOwnName(parts: Pick<FamilyNameParts, 'prefix' | 'lastName'>): string | null {
  return withPrefix(parts.prefix, parts.lastName);
}

/**
 * The family name in the order the person chose (rule R5).
 *
 * @example composeFamilyName({ prefix: 'de', lastName: 'Vries', partnerPrefix: 'van', partnerLastName: 'Dam', nameOrder: 3 }) // 'van Dam-de Vries'
 */
export function composeFamilyName(parts: FamilyNameParts): string | null {
  const own = composeOwnName(parts);
  const partner = withPrefix(parts.partnerPrefix, parts.partnerLastName);
  if (partner === null) return own;
  switch (String(parts.nameOrder ?? '').trim()) {
    case '2':
      return partner;
    case '3':
      return own === null ? partner : `${partner}-${own}`;
    case '4':
      return own === null ? partner : `${own}-${partner}`;
    default:
      return own;
  }
}

/** `given family`, or whichever of the two there is. */
export function fullName(given: Text, family: Text): string | null {
  return cleanText([cleanText(given), cleanText(family)].filter((part) => part !== null).join(' '));
}

/**
 * Every full name somebody may be written down under as a manager: given name or first name, with the family name
 * or the own name (rule R13). Without doubles, and without `fullName(given, family)` itself: what `Person.otherFullNames` holds.
 */
export function otherFullNames(parts: GivenNameParts & FamilyNameParts): readonly string[] {
  const givenNames = new Set([composeGivenName(parts), cleanText(parts.firstName)]);
  const familyNames = new Set([composeFamilyName(parts), composeOwnName(parts)]);
  if (givenNames.size === 1 && familyNames.size === 1) return [];
  const shown = fullName(composeGivenName(parts), composeFamilyName(parts));
  const names = new Map<string, string>();
  for (const given of givenNames) {
    for (const family of familyNames) {
      const name = given === null || family === null ? null : fullName(given, family);
      if (name !== null && (shown === null || foldName(name) !== foldName(shown))) names.set(foldName(name), name);
    }
  }
  return [...names.values()];
}

/** A name for comparison: NFC, lower case, single spaces. Diacritics stay: Bos and Bös are two people. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function withPrefix(prefix: Text, name: Text): string | null {
  const main = cleanText(name);
  if (main === null) return null;
  const before = cleanText(prefix);
  return before === null ? main : `${before} ${main}`;
}

import {
  type AccountAttribute,
  type AccountAttributes,
  type AttributeChanges,
  accountAttributes,
  type Desired,
} from '../account.ts';

/** Compared without case: e-mails are (RFC 7643 §4.1.1: `userName` is case-insensitive). */
const caseInsensitive: ReadonlySet<AccountAttribute> = new Set(['userName', 'managerUserName']);

export interface Difference {
  readonly before: AttributeChanges;
  readonly after: AttributeChanges;
}

/** What has to be written so that the account is as desired, in the order of `accountAttributes`; `null` = nothing. */
export function diffAccount(desired: Desired | AttributeChanges, existing: AccountAttributes): Difference | null {
  const before: Partial<Record<AccountAttribute, string | boolean | null>> = {};
  const after: Partial<Record<AccountAttribute, string | boolean | null>> = {};
  let differs = false;
  for (const attribute of accountAttributes) {
    const wanted = desired[attribute];
    if (wanted === undefined || isSameValue(attribute, wanted, existing[attribute])) continue;
    before[attribute] = existing[attribute];
    after[attribute] = wanted;
    differs = true;
  }
  return differs ? { before: before as AttributeChanges, after: after as AttributeChanges } : null;
}

/**
 * Whether two values of an attribute are the same to the target: an empty text is no value; how a number is punctuated, or
 * blanks and accents are coded, is the target's own affair (Javelo's import writes `0033…` for `+33…`, javelo-scim.md §1.2).
 */
export function isSameValue(
  attribute: AccountAttribute,
  a: string | boolean | null,
  b: string | boolean | null,
): boolean {
  const [left, right] = [a === '' ? null : a, b === '' ? null : b];
  if (left === right) return true;
  return typeof left === 'string' && typeof right === 'string' && plain(attribute, left) === plain(attribute, right);
}

function plain(attribute: AccountAttribute, text: string): string {
  if (attribute === 'phoneNumber') return text.replace(/\D/g, '').replace(/^00/, '');
  const clean = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return caseInsensitive.has(attribute) ? clean.toLowerCase() : clean;
}

import { type Account, type AccountAttribute, type AttributeChanges, accountAttributes } from '../../core/account.ts';
import { isSameValue } from '../../core/plan/diff.ts';
import { member } from './json-object.ts';
import type { TargetProfile } from './profile.ts';
import { readAccount } from './read-account.ts';
import type { ScimUser } from './schemas.ts';

/**
 * The attributes sent that the answer does not echo. Compared normalised, since a target may write a phone number or a
 * date its own way. An answer without even a userName shows only a part of the account and accuses nothing.
 */
export function droppedAttributes(
  sent: AttributeChanges,
  echo: ScimUser,
  profile: TargetProfile,
): readonly AccountAttribute[] {
  if (!showsAccount(echo)) return [];
  const account = readAccount(echo, profile);
  return accountAttributes.filter((attribute) => {
    const value = sent[attribute];
    return value !== undefined && !sameValue(attribute, value, account);
  });
}

/** Whether an answer shows the account at all: RFC 7644 §3.5.2 allows one without a body, and some show only what was sent. */
export function showsAccount(echo: ScimUser): boolean {
  return member(echo.resource, 'userName') !== undefined;
}

function sameValue(attribute: AccountAttribute, value: string | boolean | null, account: Account): boolean {
  return isSameValue(attribute, lower(value), lower(account[attribute]));
}

function lower(value: string | boolean | null): string | boolean | null {
  return typeof value === 'string' ? value.trim().toLowerCase() : value;
}

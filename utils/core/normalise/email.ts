import { cleanText } from './text.ts';

export type EmailReading = { readonly email: string } | { readonly problem: 'missing' | 'invalid' };

// One @, something before it, a dotted host after it; none of the characters Javelo refuses in an e-mail (javelo-scim.md §1.2).
const address = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"/.]+(\.[^\s@,;:<>()[\]\\"/.]+)+$/;

/**
 * A work e-mail as userName: trimmed, lower case (rule R2).
 *
 * @example normaliseEmail(' Jan@Demo.nl ') // { email: 'jan@demo.nl' }
 */
export function normaliseEmail(text: string | null | undefined): EmailReading {
  const clean = cleanText(text);
  if (clean === null) return { problem: 'missing' };
  const email = clean.toLowerCase();
  return address.test(email) ? { email } : { problem: 'invalid' };
}

/** The e-mail where it is valid, else `null`. */
export function toEmail(text: string | null | undefined): string | null {
  const reading = normaliseEmail(text);
  return 'email' in reading ? reading.email : null;
}

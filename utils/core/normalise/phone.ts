/**
 * A phone number in E.164 (rule R9), or `null` where none can be made of the text.
 * `countryCode` is that of the host: 31 for nmbrs.nl, 46 for nmbrs.se; it is used for a number with one leading zero.
 *
 * @example normalisePhone('06-12 34 56 78', { countryCode: '31' }) // '+31612345678'
 * @example normalisePhone('+31 (0)30 123 45 67', { countryCode: '31' }) // '+31301234567'
 */
export function normalisePhone(
  text: string | null | undefined,
  options: { readonly countryCode: string },
): string | null {
  if (text === null || text === undefined) return null;
  const digits = keepDigits(text);
  const international = digits.startsWith('+') || digits.startsWith('00');
  // The zero in "+31 (0)30 …" is dialled only inside the country.
  const dialled = international ? keepDigits(text.replace(/\(\s*0\s*\)/, '')) : digits;
  const number = dialled.startsWith('+')
    ? dialled
    : dialled.startsWith('00')
      ? `+${dialled.slice(2)}`
      : dialled.startsWith('0')
        ? `+${options.countryCode}${dialled.slice(1)}`
        : null;
  // No country code begins with 0 (ITU-T E.164 §6.2).
  return number !== null && /^\+[1-9]\d{7,14}$/.test(number) ? number : null;
}

/** Digits, and a plus where nothing but punctuation stood before it. */
function keepDigits(text: string): string {
  const kept = text.replace(/[^\d+]/g, '');
  return kept.charAt(0) + kept.slice(1).replaceAll('+', '');
}

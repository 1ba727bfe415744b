// C0 and C1 control characters, and the marks that are invisible yet make two equal names differ (zero width, BOM).
const invisible = /[\u200B\u2060\uFEFF]/g;
const control = /[\p{Cc}\u00A0\u202F]+/gu;
// Most texts, and clean as they are: printable Latin letters, all of them composed, without a space at either end.
const clean = /^[!-~\u00A1-\u017F](?:[ -~\u00A1-\u017F]*[!-~\u00A1-\u017F])?$/;

/**
 * Text as it is kept: NFC, control characters and no-break spaces as one space, trimmed.
 * Gives `null` where nothing is left; the three ways Nmbrs says "empty" (nmbrs-api.md §2.17) all end here.
 *
 * @example cleanText('  Jose\u0301 ') // 'José'
 */
export function cleanText(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text === '') return null;
  if (clean.test(text)) return text;
  const cleaned = text.replace(invisible, '').replace(control, ' ').trim().normalize('NFC');
  return cleaned === '' ? null : cleaned;
}

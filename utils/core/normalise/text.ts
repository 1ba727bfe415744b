// C0 and C1 control characters, and the marks that are invisible yet make two equal names differ (zero width, BOM).
const invisible = /[\u200B\u2060\uFEFF]/g;
const control = /[\p{Cc}\u00A0\u202F]+/gu;

/**
 * Text as it is kept: NFC, control characters and no-break spaces as one space, trimmed.
 * Gives `null` where nothing is left; the three ways Nmbrs says "empty" (nmbrs-api.md §2.17) all end here.
 *
 * @example cleanText('  Jose\u0301 ') // 'José'
 */
export function cleanText(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const clean = text.replace(invisible, '').replace(control, ' ').trim().normalize('NFC');
  return clean === '' ? null : clean;
}

export const locales = ['en', 'nl', 'fr'] as const;
export type Locale = (typeof locales)[number];

/** The first of the wished languages that is spoken here (`nl-BE` → `nl`), else English. */
export function pickLocale(wished: readonly string[]): Locale {
  for (const wish of wished) {
    const language = wish.toLowerCase().split('-')[0];
    const found = locales.find((locale) => locale === language);
    if (found) return found;
  }
  return 'en';
}

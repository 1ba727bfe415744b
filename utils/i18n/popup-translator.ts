import { type Locale, pickLocale } from './locales.ts';
import type { Messages } from './messages.ts';
import { createTranslator, type Translate } from './translator.ts';

/** A translator for the popup, with its own few texts. */
export async function loadPopupTranslator(wished: readonly string[]): Promise<Translate> {
  const locale = pickLocale(wished);
  return createTranslator(locale, await loadPopupMessages(locale));
}

async function loadPopupMessages(locale: Locale): Promise<Partial<Messages>> {
  switch (locale) {
    case 'en':
      return (await import('./bundles/popup/en.ts')).default;
    case 'nl':
      return (await import('./bundles/popup/nl.ts')).default;
    case 'fr':
      return (await import('./bundles/popup/fr.ts')).default;
  }
}

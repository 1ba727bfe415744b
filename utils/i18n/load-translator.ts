import { pickLocale } from './locales.ts';
import { loadMessages } from './messages.ts';
import { createTranslator, type Translate } from './translator.ts';

/** A translator for the first wished language that is spoken here. */
export async function loadTranslator(wished: readonly string[]): Promise<Translate> {
  const locale = pickLocale(wished);
  return createTranslator(locale, await loadMessages(locale));
}

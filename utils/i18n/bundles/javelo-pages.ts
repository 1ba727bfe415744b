import en from '../../../assets/locales/javelo-pages/en.json' with { type: 'json' };
import fr from '../../../assets/locales/javelo-pages/fr.json' with { type: 'json' };
import nl from '../../../assets/locales/javelo-pages/nl.json' with { type: 'json' };
import { createPlainTranslator, type PlainTranslate } from '../plain-translator.ts';

export type JaveloPagesText = keyof typeof en;

/** The texts of the cards in Javelo's pages and in the connection flow: a content script cannot load them one by one. */
export function javeloPagesTexts(wished: readonly string[]): PlainTranslate<JaveloPagesText> {
  return createPlainTranslator<JaveloPagesText>({ en, fr, nl }, wished);
}

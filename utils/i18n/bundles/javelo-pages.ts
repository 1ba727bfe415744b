import en from '../../../assets/locales/javelo-pages/en.json' with { type: 'json' };
import fr from '../../../assets/locales/javelo-pages/fr.json' with { type: 'json' };
import nl from '../../../assets/locales/javelo-pages/nl.json' with { type: 'json' };
import cardEn from '../../../assets/locales/page-card/en.json' with { type: 'json' };
import cardFr from '../../../assets/locales/page-card/fr.json' with { type: 'json' };
import cardNl from '../../../assets/locales/page-card/nl.json' with { type: 'json' };
import { createPlainTranslator, type PlainTranslate } from '../plain-translator.ts';

const texts = { en: { ...cardEn, ...en }, fr: { ...cardFr, ...fr }, nl: { ...cardNl, ...nl } };

export type JaveloPagesTexts = PlainTranslate<keyof typeof texts.en>;

/** The texts of the card in Javelo’s pages: a content script cannot load them one by one. */
export function javeloPagesTexts(wished: readonly string[]): JaveloPagesTexts {
  return createPlainTranslator<keyof typeof texts.en>(texts, wished);
}

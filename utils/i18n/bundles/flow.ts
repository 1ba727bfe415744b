import en from '../../../assets/locales/flow/en.json' with { type: 'json' };
import fr from '../../../assets/locales/flow/fr.json' with { type: 'json' };
import nl from '../../../assets/locales/flow/nl.json' with { type: 'json' };
import cardEn from '../../../assets/locales/page-card/en.json' with { type: 'json' };
import cardFr from '../../../assets/locales/page-card/fr.json' with { type: 'json' };
import cardNl from '../../../assets/locales/page-card/nl.json' with { type: 'json' };
import { createPlainTranslator, type PlainTranslate } from '../plain-translator.ts';

const texts = { en: { ...cardEn, ...en }, fr: { ...cardFr, ...fr }, nl: { ...cardNl, ...nl } };

export type FlowTexts = PlainTranslate<keyof typeof texts.en>;

/** The texts of the card in the connection flow, which never speaks in Javelo’s own pages. */
export function flowTexts(wished: readonly string[]): FlowTexts {
  return createPlainTranslator<keyof typeof texts.en>(texts, wished);
}

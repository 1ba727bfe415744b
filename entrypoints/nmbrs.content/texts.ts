import english from '../../assets/locales/guide/en.json' with { type: 'json' };
import french from '../../assets/locales/guide/fr.json' with { type: 'json' };
import dutch from '../../assets/locales/guide/nl.json' with { type: 'json' };
import type { PlainTranslate } from '../../utils/i18n/plain-translator.ts';

/** The guide's own texts, and no others. */
export const guideTexts = { en: english, nl: dutch, fr: french };
export type GuideKey = keyof typeof english;
export type GuideTranslate = PlainTranslate<GuideKey>;

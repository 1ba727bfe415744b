import englishList from '../../../assets/locales/checklist/en.json' with { type: 'json' };
import frenchList from '../../../assets/locales/checklist/fr.json' with { type: 'json' };
import dutchList from '../../../assets/locales/checklist/nl.json' with { type: 'json' };
import english from '../../../assets/locales/guide/en.json' with { type: 'json' };
import french from '../../../assets/locales/guide/fr.json' with { type: 'json' };
import dutch from '../../../assets/locales/guide/nl.json' with { type: 'json' };
import type { PlainTranslate } from '../plain-translator.ts';

/**
 * The guide's own texts, and no others. The build writes each language into a file of the package (`wxt.config.ts`), and the
 * background hands the one that is wanted to the script in the page, so that no page carries all three.
 */
export const guideTexts = {
  en: { ...englishList, ...english },
  nl: { ...dutchList, ...dutch },
  fr: { ...frenchList, ...french },
};
export type GuideKey = keyof typeof guideTexts.en;
export type GuideTranslate = PlainTranslate<GuideKey>;

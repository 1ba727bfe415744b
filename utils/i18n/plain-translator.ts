import { type Locale, pickLocale } from './locales.ts';

/** Texts of one area in every language, small enough to travel in a content script. */
export type PlainBundle<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

export interface PlainTranslate<Key extends string> {
  (key: Key, params?: Readonly<Record<string, string | number>>): string;
  readonly locale: Locale;
}

/**
 * Texts for content scripts: `{name}` is replaced and nothing else, since the ICU parser of the pages would weigh more
 * than the whole script. Values are put in as text; what a page named itself stays text.
 */
export function createPlainTranslator<Key extends string>(
  bundle: PlainBundle<Key>,
  wished: readonly string[],
): PlainTranslate<Key> {
  const locale = pickLocale(wished);
  return plainTranslator(locale, bundle[locale]);
}

/** The same for one language, where its texts were handed over. */
export function plainTranslator<Key extends string>(
  locale: Locale,
  texts: Readonly<Record<Key, string>>,
): PlainTranslate<Key> {
  const translate = (key: Key, params: Readonly<Record<string, string | number>> = {}): string =>
    texts[key].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : whole,
    );
  return Object.assign(translate, { locale });
}

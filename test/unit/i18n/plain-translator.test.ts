import { expect, it } from 'vitest';
import english from '../../../assets/locales/guide/en.json' with { type: 'json' };
import french from '../../../assets/locales/guide/fr.json' with { type: 'json' };
import dutch from '../../../assets/locales/guide/nl.json' with { type: 'json' };
import { locales } from '../../../utils/i18n/locales.ts';
import { createPlainTranslator } from '../../../utils/i18n/plain-translator.ts';
import { createTranslator } from '../../../utils/i18n/translator.ts';

const bundle = { en: english, nl: dutch, fr: french };

it.each(locales)('the light translator says in %s what the full one says', (locale) => {
  const light = createPlainTranslator(bundle, [locale]);
  // The dashboard does not carry these texts; only their form is compared.
  const full = createTranslator(locale, bundle[locale] as object) as (key: string, params: object) => string;
  for (const key of Object.keys(english) as (keyof typeof english)[]) {
    const names = [...bundle[locale][key].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    expect(light(key, params), key).toBe(full(key, params));
  }
});

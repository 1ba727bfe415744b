import { type Locale, locales } from './locales.ts';

const key = 'language';

/** The language that was chosen in the settings; null = the browser's own. */
export function chosenLanguage(): Locale | null {
  const chosen = localStorage.getItem(key);
  return locales.find((locale) => locale === chosen) ?? null;
}

export function chooseLanguage(locale: Locale | null): void {
  if (locale === null) localStorage.removeItem(key);
  else localStorage.setItem(key, locale);
}

/** The languages to look for, the most wanted first. */
export function wishedLanguages(): readonly string[] {
  const chosen = chosenLanguage();
  return chosen === null ? navigator.languages : [chosen, ...navigator.languages];
}

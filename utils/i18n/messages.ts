import type english from './bundles/en.ts';
import type { Locale } from './locales.ts';

/** Every text has a key in `assets/locales/<area>/en.json`; a test asserts that the other languages have the same ones. */
export type MessageKey = keyof typeof english;
export type Messages = Readonly<Record<MessageKey, string>>;

/** The texts of one language; only that one is loaded. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case 'en':
      return (await import('./bundles/en.ts')).default;
    case 'nl':
      return (await import('./bundles/nl.ts')).default;
    case 'fr':
      return (await import('./bundles/fr.ts')).default;
  }
}

import type english from '../../assets/locales/en.json';
import type { Locale } from './locales.ts';

/** Every text has a key in `assets/locales/en.json`; a test asserts that the other languages have the same ones. */
export type MessageKey = keyof typeof english;
export type Messages = Readonly<Record<MessageKey, string>>;

/** The texts of one language; only that one is loaded. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  switch (locale) {
    case 'en':
      return (await import('../../assets/locales/en.json', { with: { type: 'json' } })).default;
    case 'nl':
      return (await import('../../assets/locales/nl.json', { with: { type: 'json' } })).default;
    case 'fr':
      return (await import('../../assets/locales/fr.json', { with: { type: 'json' } })).default;
  }
}

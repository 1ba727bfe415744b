import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from './locales.ts';
import type { MessageKey, Messages } from './messages.ts';

export type MessageParams = Readonly<Record<string, string | number>>;

/** Gives the text of a key in one language, with values put in (ICU MessageFormat). */
export interface Translate {
  (key: MessageKey, params?: MessageParams): string;
  readonly locale: Locale;
  /** Whether there is such a text: for keys made from codes of an open set. */
  has(key: string): key is MessageKey;
}

export function createTranslator(locale: Locale, messages: Partial<Messages>): Translate {
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  const translate = (key: MessageKey, params: MessageParams = {}): string => {
    // A bundle that lacks one of its page's texts is a mistake that shows.
    const message = messages[key] ?? key;
    if (!message.includes('{')) return message;
    let format = parsed.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, locale);
      parsed.set(key, format);
    }
    return String(format.format(forgiving(params)));
  };
  return Object.assign(translate, {
    locale,
    has: (key: string): key is MessageKey => Object.hasOwn(messages, key),
  });
}

/** An error without one of its values must still be readable: a missing value shows as an ellipsis. */
function forgiving(params: MessageParams): Record<string, string | number> {
  return new Proxy(params as Record<string, string | number>, {
    has: () => true,
    get: (values, name) => (typeof name === 'string' && Object.hasOwn(values, name) ? values[name] : '…'),
    getOwnPropertyDescriptor: (values, name) =>
      Reflect.getOwnPropertyDescriptor(values, name) ?? { configurable: true, enumerable: true, value: '…' },
  });
}

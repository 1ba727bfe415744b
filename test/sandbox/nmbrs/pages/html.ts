/** Markup that is ready to be sent. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | false | undefined | Html | readonly Html[];

const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => replacements[sign] ?? sign);

const write = (value: Value): string => {
  if (value === false || value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
};

/** A template whose values are escaped, in text as in quoted attributes; markup goes in as it is. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.reduce((text, part, at) => `${text}${write(values[at - 1])}${part}`),
});

export const nothing: Html = { markup: '' };

import { cleanText } from '../normalise/text.ts';
import type { Person } from '../person.ts';
import type { MappedValue, Transformation } from './mapping-rule.ts';

/**
 * What a person has at the place a rule reads from, before and after the transformation. `manager` is the manager's login, which
 * only the whole of the people tells.
 */
export function mapValue(
  value: MappedValue,
  person: Person,
  manager: string | null,
): { readonly raw: string | null; readonly mapped: string | null } {
  if (value.from === 'constant') return { raw: null, mapped: cleanText(value.text) };
  const raw = value.attribute === 'manager' ? manager : person[value.attribute];
  return { raw, mapped: raw === null || raw === '' ? null : transform(raw, value.transformation) };
}

/** @example transform('00123', 'without-leading-zeros') // '123' */
export function transform(text: string, transformation: Transformation): string {
  switch (transformation) {
    case 'as-is':
      return text;
    case 'lower-case':
      return text.toLowerCase();
    case 'upper-case':
      return text.toUpperCase();
    case 'without-leading-zeros':
      return text.replace(/^0+(?=.)/, '');
    case 'phone-00':
      return text.replace(/^\+/, '00');
    case 'day-first':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').reverse().join('-') : text;
  }
}

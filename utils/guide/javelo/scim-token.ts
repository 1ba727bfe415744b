import { readText } from '../page/text.ts';
import { isVisible } from '../page/visible.ts';
import { fieldName } from './find.ts';
import { says } from './labels.ts';

/** A token that stands on the page. The value is for the one message that takes it over and for nothing else. */
export interface TokenOnPage {
  readonly element: Element;
  readonly value: string;
}

// No source tells the format of Javelo's bearer tokens; RFC 6750 §2.1 tells the signs that one can have.
const tokenShape = /^[\w.~+/-]{16,4000}=*$/;

/** The bearer token in the SCIM window, beside a label that calls it so; null where there is none, or more than one. */
export function readScimToken(dialog: Element): TokenOnPage | null {
  const inputs = [...dialog.querySelectorAll('input')]
    .filter((input) => isVisible(input) && says('bearer', fieldName(input)))
    .map((input) => ({ element: input, value: input.value.trim() }));
  const texts = [...dialog.querySelectorAll('code, pre, samp, kbd, output, p, span, div')]
    .filter((each) => each.childElementCount === 0 && isVisible(each))
    .map((element) => ({ element, value: (element.textContent ?? '').trim() }));
  const found = [...inputs, ...(hasBearerLabel(dialog) ? texts : [])].filter(({ value }) => looksLikeToken(value));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function looksLikeToken(value: string): boolean {
  return tokenShape.test(value) && new Set(value).size >= 8 && /\d/.test(value);
}

function hasBearerLabel(dialog: Element): boolean {
  return [...dialog.querySelectorAll('label, dt, th, h3, h4, p, span')].some((each) => says('bearer', readText(each)));
}

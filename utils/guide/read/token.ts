import { isChosen } from '../locate/clickable.ts';
import { wordsOf } from '../locate/find-label.ts';
import { valueBeside } from '../locate/value-beside.ts';
import type { PageIndex } from '../page/page-index.ts';
import { windowAround } from '../page/windows.ts';
import type { Ways } from './menu.ts';

/** What stands on the token tab; never the token itself. */
export interface TokenReading {
  readonly hasTab: boolean;
  readonly tabChosen: boolean;
  readonly canActivate: boolean;
  readonly hasToken: boolean;
  readonly hasReset: boolean;
  /** What the page calls the button that makes another token; null where there is none. */
  readonly resetWords: string | null;
  /** A window of the page asks whether the token is to be reset. */
  readonly resetAsked: boolean;
  readonly email: string | null;
  /** Where the token stands, to point at it. */
  readonly element: Element | null;
}

const address = /^[^\s@]{1,64}@[^\s@]+\.[^\s@.]+$/;

/** Whether a text can be an API token: its form is published nowhere, so only what it cannot be is excluded (nmbrs-ui.md §5.3). */
export function looksLikeToken(text: string): boolean {
  if (!/^[\x21-\x7E]{16,128}$/.test(text) || address.test(text) || /^https?:/i.test(text)) return false;
  return new Set(text).size >= 8;
}

export function readToken(index: PageIndex, ways: Ways): TokenReading {
  const beside = tokenBeside(index);
  const resets = index.labelled('resetToken');
  const [reset] = resets;
  return {
    hasTab: ways.tokenTab !== null,
    tabChosen: ways.tokenTab !== null && isChosen(ways.tokenTab.element) === true,
    canActivate: ways.activate !== null,
    hasToken: beside !== null,
    hasReset: reset !== undefined,
    resetWords: reset ? wordsOf(reset, index) : null,
    resetAsked: resets.some(({ element }) => {
      const window = windowAround(element);
      // The token itself stands in none that asks about it.
      return window !== null && !(beside && window.contains(beside.element)) && window !== element;
    }),
    email: emailBeside(index),
    element: beside?.element ?? null,
  };
}

/** Reads e-mail and token off the page, once, for a capture that the admin agreed to. Null where either is missing. */
export function takeToken(index: PageIndex): { readonly email: string; readonly token: string } | null {
  const token = tokenBeside(index)?.value;
  const email = emailBeside(index);
  return token && email ? { email, token } : null;
}

function tokenBeside(index: PageIndex) {
  for (const label of index.labelled('tokenRow')) {
    const beside = valueBeside(label, looksLikeToken);
    if (beside) return beside;
  }
  return null;
}

function emailBeside(index: PageIndex): string | null {
  for (const label of index.labelled('emailRow')) {
    const beside = valueBeside(label, (value) => address.test(value));
    if (beside) return beside.value;
  }
  return null;
}

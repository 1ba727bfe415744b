import { normalise } from '../page/text.ts';
import { findPressable, findText } from './find.ts';
import { type JaveloLabel, says } from './labels.ts';
import { readScimToken, type TokenOnPage } from './scim-token.ts';

/** One integration as its card or row shows it. */
export interface CardReading {
  readonly connected: boolean;
  /** What opens it: Connect, or Configuration. */
  readonly open: Element | null;
}

/** Where in Javelo the admin is, as far as it can be told; `confidence` from 0 to 1. Holds elements: lives for one look only. */
export type JaveloReading =
  | { readonly page: 'login'; readonly confidence: number }
  | { readonly page: 'other'; readonly confidence: number; readonly way: Element | null }
  | {
      readonly page: 'integrations';
      readonly confidence: number;
      readonly nmbrs: CardReading | null;
      readonly scim: CardReading | null;
      /** The window that "Configuration" opens on SCIM. */
      readonly scimWindow: { readonly activate: Element | null; readonly token: TokenOnPage | null } | null;
    };

/** Reads a page of Javelo by what it says and how it is built (javelo-scim.md §1); `path` is the address's path. */
export function readJaveloPage(page: Document, path: string): JaveloReading {
  if (/\/auth\/login/.test(path) || page.querySelector('input[type="password"]')) {
    return { page: 'login', confidence: page.querySelector('input[type="password"]') ? 0.9 : 0.6 };
  }
  const nmbrs = readCard(page, 'nmbrs', ['connect', 'disconnect']);
  const scim = readCard(page, 'scim', ['configuration', 'disconnect']);
  const heading = findText(page, (text) => says('integrations', text), 'h1, h2, h3, [role="heading"]').length > 0;
  const confidence =
    (heading ? 0.35 : 0) + (nmbrs?.open ? 0.25 : 0) + (scim?.open ? 0.25 : 0) + (/integration/i.test(path) ? 0.15 : 0);
  if (confidence >= 0.5) {
    return { page: 'integrations', confidence, nmbrs, scim, scimWindow: readScimWindow(page) };
  }
  const way = findPressable(page, 'integrations')[0] ?? findPressable(page, 'settings')[0] ?? null;
  return { page: 'other', confidence: way ? 0.7 : 0.3, way };
}

/** Finds the card or row of an integration: the smallest element around its name that also holds something to press. */
function readCard(page: Document, name: string, labels: readonly JaveloLabel[]): CardReading | null {
  for (const title of findText(page, (text) => normalise(text) === name)) {
    if (title.closest('[role="dialog"], dialog')) continue;
    for (let around = title.parentElement; around && around !== page.body; around = around.parentElement) {
      const found = labels.flatMap((label) => findPressable(around, label).map((open) => ({ label, open })));
      // Several cards at once: the title's own holds nothing that is known.
      if (found.length > 1) break;
      const [only] = found;
      if (only) return { connected: only.label === 'disconnect', open: only.open };
    }
  }
  return null;
}

function readScimWindow(page: Document): { activate: Element | null; token: TokenOnPage | null } | null {
  for (const dialog of page.querySelectorAll('[role="dialog"], dialog[open], [aria-modal="true"]')) {
    const activate = findPressable(dialog, 'activateScim')[0] ?? findPressable(dialog, 'newToken')[0] ?? null;
    const token = readScimToken(dialog);
    const named = findText(dialog, (text) => normalise(text) === 'scim').length > 0;
    if (named && (activate || token)) return { activate, token };
  }
  return null;
}

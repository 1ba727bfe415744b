import type { LabelId, PageLanguage } from '../labels/dictionary.ts';
import { type Meaning, meaningsOf } from '../labels/label.ts';
import { framedDocument, type Root, type ShadowRootOf } from './roots.ts';
import { isIcon, normalise, readText } from './text.ts';
import { isVisible } from './visible.ts';

/** A piece of text on the page, with the smallest element around it. */
export interface TextEntry {
  readonly element: Element;
  /** Its place in document order. */
  readonly order: number;
  /** Normalised. */
  readonly text: string;
  /** It is not written on the page, but told to those who hover or listen (title, aria-label, alt, value). */
  readonly named: boolean;
}

export interface LabelEntry extends TextEntry {
  readonly meaning: Meaning;
}

/** Everything one look at the page collects. Holds elements, so it lives for one look only. */
export interface PageIndex {
  readonly texts: readonly TextEntry[];
  /** Texts that look like methods of the web service. */
  readonly methods: readonly (TextEntry & { readonly method: string })[];
  /** Visible elements that carry a label. */
  labelled(label: LabelId): readonly LabelEntry[];
  /** Everything that fits a selector, in all roots. */
  query(selector: string): readonly Element[];
  readonly roots: readonly Root[];
  readonly language: PageLanguage;
  /** The node budget sufficed, so that what was not found is not there. */
  readonly complete: boolean;
  readonly nodes: number;
}

export interface LookOptions {
  readonly shadowRootOf?: ShadowRootOf;
  /** Our own card, which is no part of the page. */
  readonly ignore?: Element | null;
  readonly maxNodes?: number;
}

const skipped = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head', 'canvas', 'video']);
const longestText = 120;
const methodName = /^[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+$/;
const namedButtons = new Set(['button', 'submit', 'reset']);

/** Looks at the whole page once, in document order: its roots, the frames of the same origin and the shadow roots in it. */
export function lookAtPage(page: Document, options: LookOptions = {}): PageIndex {
  const { shadowRootOf = (element) => element.shadowRoot, ignore = null, maxNodes = 15_000 } = options;
  const roots: Root[] = [];
  const texts: TextEntry[] = [];
  const methods: (TextEntry & { method: string })[] = [];
  const labels = new Map<LabelId, LabelEntry[]>();
  let nodes = 0;

  const add = (element: Element, raw: string, named: boolean): void => {
    if (raw.length > longestText * 3) return;
    const text = normalise(raw);
    if (text === '' || text.length > longestText) return;
    const entry = { element, order: nodes, text, named };
    texts.push(entry);
    const trimmed = raw.trim();
    if (!named && methodName.test(trimmed)) methods.push({ ...entry, method: trimmed });
    for (const meaning of meaningsOf(text)) {
      const known = labels.get(meaning.label);
      if (known) known.push({ ...entry, meaning });
      else labels.set(meaning.label, [{ ...entry, meaning }]);
    }
  };

  const visitNames = (element: Element, tag: string): void => {
    for (const attribute of ['title', 'aria-label', 'alt']) {
      const name = element.getAttribute(attribute);
      if (name) add(element, name, true);
    }
    if (tag === 'input' && namedButtons.has(element.getAttribute('type') ?? '')) {
      add(element, (element as HTMLInputElement).value, false);
    }
  };

  const visit = (element: Element): void => {
    // Asked for once: on a long page every question to an element counts.
    const tag = element.localName;
    if (element === ignore || nodes >= maxNodes || skipped.has(tag)) return;
    nodes += 1;
    const first = element.firstElementChild;
    if (element.hasAttributes()) {
      visitNames(element, tag);
      if (!isIcon(element, tag)) visitText(element, first, add);
    } else if (tag !== 'svg' && tag !== 'img') visitText(element, first, add);
    const inner = shadowRootOf(element, tag) ?? (tag === 'iframe' ? framedDocument(element) : null);
    if (inner) visitRoot(inner);
    for (let child = first; child !== null; child = child.nextElementSibling) visit(child);
  };
  const visitRoot = (root: Root): void => {
    roots.push(root);
    for (let child = root.firstElementChild; child !== null; child = child.nextElementSibling) visit(child);
  };
  visitRoot(page);

  const visible = new Map<LabelId, readonly LabelEntry[]>();
  const labelled = (label: LabelId): readonly LabelEntry[] => {
    const known = visible.get(label);
    if (known) return known;
    const found = (labels.get(label) ?? []).filter(({ element }) => isVisible(element));
    visible.set(label, found);
    return found;
  };

  return {
    texts,
    methods,
    labelled,
    query: (selector) =>
      roots.flatMap((root) => [...root.querySelectorAll(selector)]).filter((found) => !ignore?.contains(found)),
    roots,
    language: languageOf(labels),
    complete: nodes < maxNodes,
    nodes,
  };
}

/** The text of an element that has text of its own: the whole of it, and what stands directly in it where that differs. */
function visitText(
  element: Element,
  firstChild: Element | null,
  add: (element: Element, raw: string, named: boolean) => void,
): void {
  if (firstChild === null) {
    const text = element.textContent ?? '';
    if (text.trim() !== '') add(element, text, false);
    return;
  }
  let own = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === Node.TEXT_NODE) own += node.nodeValue ?? '';
  }
  if (own.trim() === '') return;
  add(element, own, false);
  if ((element.textContent ?? '').length <= longestText * 3) {
    const full = readText(element);
    if (normalise(full) !== normalise(own)) add(element, full, false);
  }
}

/** The language most of the labels speak; Nmbrs does not say it anywhere that can be relied on. */
function languageOf(labels: ReadonlyMap<LabelId, readonly LabelEntry[]>): PageLanguage {
  const votes: Record<PageLanguage, number> = { en: 0, nl: 0, sv: 0, de: 0 };
  for (const entries of labels.values()) {
    for (const language of entries[0]?.meaning.languages ?? []) votes[language] += 1;
  }
  return (Object.entries(votes) as [PageLanguage, number][]).reduce((best, vote) =>
    vote[1] > best[1] ? vote : best,
  )[0];
}

import type { LabelId } from '../labels/dictionary.ts';
import { wordFor } from '../labels/label.ts';
import type { LabelEntry, PageIndex } from '../page/page-index.ts';
import { readText, tidy } from '../page/text.ts';
import { clickableOf } from './clickable.ts';
import type { Located } from './located.ts';

const madeForClicking = 'a,button,[onclick],[role],li,input,summary,[tabindex]';

/**
 * The one element with a label that can be clicked. Several equal ones on different places make it less sure, since
 * nobody can say which is meant.
 */
export function findClickable(
  index: PageIndex,
  label: LabelId,
  accept: (entry: LabelEntry) => boolean = () => true,
): Located | null {
  const entries = index.labelled(label).filter(accept);
  const targets = new Map<Element, LabelEntry>();
  for (const entry of entries) {
    const target = clickableOf(entry.element);
    const known = targets.get(target);
    if (!known || known.meaning.weight < entry.meaning.weight) targets.set(target, entry);
  }
  const ranked = [...targets]
    .map(([element, entry]) => ({ element, entry, score: scoreOf(element, entry) }))
    .sort((one, other) => other.score - one.score);
  const best = ranked[0];
  if (!best) return null;
  const rivals = ranked.filter(({ score }) => score > best.score - 0.1).length;
  return {
    element: best.element,
    confidence: rivals > 1 ? Math.min(best.score, 0.7) : best.score,
    words: wordsOf(best.entry, index),
  };
}

/** Headings share their words with links; they score too low to be pointed at as one. */
function scoreOf(target: Element, { element, meaning }: LabelEntry): number {
  if (target.closest(madeForClicking) === null)
    return meaning.weight * (/^h\d$|^legend$|^th$/.test(element.localName) ? 0.3 : 0.75);
  return meaning.weight;
}

/** How the page words a label that was found, as it stands there. */
export function wordsOf(entry: LabelEntry, index: PageIndex): string {
  if (entry.named) return wordFor(entry.meaning.label, index.language);
  const text = tidy(
    entry.element.localName === 'input' ? (entry.element as HTMLInputElement).value : readText(entry.element),
  );
  return text.length > 0 && text.length <= 60 ? text : wordFor(entry.meaning.label, index.language);
}

import { isLabel } from '../labels/label.ts';
import type { TextEntry } from '../page/page-index.ts';
import { isIcon, normalise, readText, tidy } from '../page/text.ts';
import { isVisible } from '../page/visible.ts';

/** A value that stands beside its label, and the element it stands in. */
export interface ValueBeside {
  readonly element: Element;
  readonly value: string;
}

/** What an element holds: the value of a field, the chosen option of a list, or its text. */
export function valueIn(element: Element): string {
  const field = element.matches('input,select,textarea')
    ? element
    : element.querySelector('input:not([type=hidden]),select,textarea');
  if (field?.localName === 'select') {
    return tidy((field as HTMLSelectElement).selectedOptions[0]?.textContent ?? '');
  }
  if (field) return (field as HTMLInputElement).value.trim();
  return tidy(readText(element));
}

/**
 * The value that belongs to a label (nmbrs-ui.md §5.3): the rest of its own element, the field it is the label of, the next
 * cell or definition, the next element, or what stands to the right on the same line. Null where none fits.
 */
export function valueBeside(label: TextEntry, fits: (value: string) => boolean): ValueBeside | null {
  const good = (element: Element | null): ValueBeside | null => {
    if (element === null || isIcon(element) || !isVisible(element)) return null;
    const value = valueIn(element);
    return value !== '' && !isLabel(value) && fits(value) ? { element, value } : null;
  };
  const own = restOfElement(label, fits);
  if (own) return own;
  const beside = first<Element | null, ValueBeside>(neighbours(label.element), good);
  if (beside && sameLine(label.element.getBoundingClientRect(), beside.element.getBoundingClientRect())) return beside;
  // Labels in one column and values in another: the next element is another label, and only the line tells.
  return toTheRight(label.element, good) ?? beside;
}

/** `<td>User type: <b>Administrator</b></td>`: the label is the element's own text, the value the rest. */
function restOfElement({ element, text }: TextEntry, fits: (value: string) => boolean): ValueBeside | null {
  if (element.firstElementChild === null || normalise(readText(element)) === text) return null;
  for (const child of element.children) {
    const value = isIcon(child) ? '' : valueIn(child);
    if (value !== '' && !isLabel(value) && fits(value)) return { element: child, value };
  }
  return null;
}

function* neighbours(element: Element): Iterable<Element | null> {
  if (element.localName === 'label') {
    const named = (element as HTMLLabelElement).htmlFor;
    if (named) yield (element.getRootNode() as Document | ShadowRoot).getElementById(named);
  }
  if (element.id)
    yield (element.getRootNode() as Document).querySelector(`[aria-labelledby~="${CSS.escape(element.id)}"]`);
  // The label may be wrapped a few times inside its cell.
  for (let at: Element | null = element, steps = 0; at !== null && steps < 4; at = at.parentElement, steps += 1) {
    if (at !== element && normalise(readText(at)) !== normalise(readText(element))) return;
    yield at.nextElementSibling;
    if (/^(td|th|dt|tr)$/.test(at.localName)) return;
  }
}

/** Whether a box stands right of another on its line; ±6 px (nmbrs-ui.md §5.3). Without any layout every box is at 0. */
function sameLine(label: DOMRect, other: DOMRect): boolean {
  return Math.abs(middle(other) - middle(label)) <= 6 && other.left >= label.right - 1;
}

function middle({ top, height }: DOMRect): number {
  return top + height / 2;
}

/** The nearest fitting element on the label's own line. */
function toTheRight(element: Element, good: (element: Element) => ValueBeside | null): ValueBeside | null {
  const line = element.getBoundingClientRect();
  let around: Element | null = element;
  for (let step = 0; step < 5 && around?.parentElement; step += 1) around = around.parentElement;
  if (line.width === 0 || !around) return null;
  const onLine = [...around.querySelectorAll('*')]
    .filter((other) => !other.contains(element) && !element.contains(other))
    .map((other) => ({ other, box: other.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && sameLine(line, box))
    .sort((one, next) => one.box.left - next.box.left);
  return first(
    onLine.map(({ other }) => other),
    good,
  );
}

function first<T, R>(items: Iterable<T>, pick: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = pick(item);
    if (found !== null) return found;
  }
  return null;
}

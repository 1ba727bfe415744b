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
  if (field instanceof HTMLSelectElement || field?.localName === 'select') {
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
  return (
    restOfElement(label, fits) ??
    first<Element | null, ValueBeside>(neighbours(label.element), good) ??
    toTheRight(label.element, good)
  );
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

/** Elements on the label's own line, nearest first; ±6 px (nmbrs-ui.md §5.3). */
function toTheRight(element: Element, good: (element: Element) => ValueBeside | null): ValueBeside | null {
  const line = element.getBoundingClientRect();
  if (line.width === 0) return null;
  const around = element.parentElement?.parentElement?.parentElement ?? element.parentElement;
  if (!around) return null;
  const onLine = [...around.querySelectorAll('*')]
    .filter((other) => other !== element && !other.contains(element) && !element.contains(other))
    .map((other) => ({ other, box: other.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && Math.abs(box.top - line.top) <= 6 && box.left >= line.right - 1)
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

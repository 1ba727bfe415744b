import type { LabelId } from '../labels/dictionary.ts';
import { meaningsOf } from '../labels/label.ts';
import { normalise, readText } from '../page/text.ts';

const forbidden: ReadonlySet<LabelId> = new Set(['resetToken', 'applyTemplate']);

/**
 * Whether an element says that it resets the token or overwrites what users have on their pages (nmbrs-ui.md §2 K4, T5):
 * whoever found it by whatever mistake, the guide presses no such thing.
 */
function isForbidden(element: Element): boolean {
  const said = ['title', 'aria-label', 'alt', 'value'].map((name) => element.getAttribute(name) ?? '');
  return [readText(element), ...said].some((text) =>
    meaningsOf(normalise(text)).some(({ label }) => forbidden.has(label)),
  );
}

/**
 * Presses an element as a mouse would: some toolkits hear only `mousedown`, others only `click` (nmbrs-ui.md §3,
 * consequence 3). Gives false where the page took the element away while the button was down, or where it is nothing to be
 * pressed by the guide: then no click was sent.
 */
export function press(element: Element): boolean {
  if (isForbidden(element)) return false;
  for (const [kind, name] of [
    [PointerEvent, 'pointerdown'],
    [MouseEvent, 'mousedown'],
    [PointerEvent, 'pointerup'],
    [MouseEvent, 'mouseup'],
  ] as const) {
    element.dispatchEvent(new kind(name, { bubbles: true, cancelable: true, composed: true, button: 0, detail: 1 }));
    if (!element.isConnected) return false;
  }
  if ('click' in element) (element as HTMLElement).click();
  else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail: 1 }));
  return true;
}

/** Chooses an option of a list as a person would: the page hears `input` and `change`. */
export function choose(select: HTMLSelectElement, index: number): void {
  select.selectedIndex = index;
  for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
}

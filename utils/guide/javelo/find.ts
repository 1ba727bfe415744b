import { normalise, readText, tidy } from '../page/text.ts';
import { isVisible } from '../page/visible.ts';
import { type JaveloLabel, says } from './labels.ts';

const pressable =
  'button, a, [role="button"], [role="menuitem"], [role="tab"], input[type="button"], input[type="submit"]';

/** What a control is called: its text, else what it tells those who listen or hover. */
export function nameOf(element: Element): string {
  const text = element.localName === 'input' ? element.getAttribute('value') : readText(element);
  if (text && normalise(text).replace(/[^\p{L}\p{N}]/gu, '') !== '') return tidy(text);
  return tidy(element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '');
}

/** Everything below that can be pressed and is called so. */
export function findPressable(within: ParentNode, label: JaveloLabel): readonly Element[] {
  return [...within.querySelectorAll(pressable)].filter((each) => says(label, nameOf(each)) && isVisible(each));
}

/** The smallest visible elements whose whole text is one of the label's wordings. */
export function findText(within: ParentNode, matches: (text: string) => boolean, selector = '*'): readonly Element[] {
  return [...within.querySelectorAll(selector)].filter(
    (each) => each.childElementCount <= 1 && matches(readText(each)) && isVisible(each) && !hasSuchChild(each, matches),
  );
}

function hasSuchChild(element: Element, matches: (text: string) => boolean): boolean {
  return [...element.children].some((child) => matches(readText(child)));
}

/** What a form field is called: its label, else what is written in or before it. */
export function fieldName(input: HTMLInputElement): string {
  const texts = [
    ...[...(input.labels ?? [])].map((label) => readText(label)),
    input.getAttribute('aria-label') ?? '',
    labelledBy(input),
    input.placeholder,
    input.name,
  ];
  return tidy(texts.find((text) => text.trim() !== '') ?? '');
}

function labelledBy(input: HTMLInputElement): string {
  const ids = (input.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter((id) => id !== '');
  return ids.map((id) => input.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
}

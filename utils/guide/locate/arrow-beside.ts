import { isVisible } from '../page/visible.ts';

const furthest = 6;
const widest = 40;

/**
 * The arrow that opens the list of a field in toolkits whose field itself opens nothing (nmbrs-ui.md §5.5 F): narrow, without
 * a word, a link or a field in it, and right against the field. Null where nothing or more than one thing is.
 */
export function arrowBeside(field: Element): Element | null {
  const box = field.getBoundingClientRect();
  const around = field.parentElement?.parentElement;
  if (!around || field.localName !== 'input') return null;
  const beside = [...around.querySelectorAll('*')].filter((element) => {
    const { left, top, bottom, width } = element.getBoundingClientRect();
    return (
      !element.contains(field) &&
      width > 0 &&
      width <= widest &&
      Math.abs(left - box.right) <= furthest &&
      top < box.bottom &&
      bottom > box.top &&
      (element.textContent ?? '').trim() === '' &&
      element.closest('a[href]') === null &&
      element.querySelector('input,a') === null &&
      isVisible(element)
    );
  });
  const outermost = beside.filter((element) => !beside.some((other) => other !== element && other.contains(element)));
  return outermost.length === 1 ? (outermost[0] ?? null) : null;
}

import type { PageIndex } from './page-index.ts';
import { isVisible } from './visible.ts';

/** What toolkits put windows, drawers and questions into (inferred; nmbrs-ui.md §5.5). */
const windows =
  'dialog,[role=dialog],[role=alertdialog],[class*=popup],[class*=modal],[class*=dialog],[class*=x-window],[class*=confirm]';

/** The window of the page that an element stands in; null where it stands in the page itself. */
export function windowAround(element: Element): Element | null {
  return element.closest(windows);
}

const answers = 'button,a,input[type=button],input[type=submit],[role=button]';

/** The windows that ask something: there are two answers or more in them to choose from. */
export function questionsOf(index: PageIndex): readonly Element[] {
  return index.query(windows).filter((each) => isVisible(each) && each.querySelectorAll(answers).length > 1);
}

import type { Page } from 'puppeteer-core';

/** What the page has in its window, and what of it lies beneath the companion. */
export interface Cover {
  /** Controls in the window that a mouse reaches, or would without the companion. */
  readonly controls: number;
  /** What says of itself which control lies beneath the card. */
  readonly covered: readonly string[];
}

/**
 * Asks the page, at the middle of each of its controls, whether it or the companion's card would be clicked: in frames
 * and open shadow roots, too. Runs in the page, so that it sees what the page's own scripts see.
 */
export function coverOf(page: Page): Promise<Cover> {
  return page.evaluate(() => {
    const pressable =
      'a, button, input:not([type=hidden]), select, [role=switch], [role=combobox], [role=tab], [tabindex="0"], .x-btn, .x-tab, ' +
      '.x-grid-checkheader, .x-action-col-icon, .x-form-trigger, .x-grid-tree-node';
    const host = [...document.querySelectorAll('[popover=manual]')].find((each) => /^x-[a-z]{6}$/.test(each.localName));
    let controls = 0;
    const covered: string[] = [];
    const look = (root: Document | ShadowRoot, left: number, top: number): void => {
      for (const element of root.querySelectorAll('*')) {
        const box = element.getBoundingClientRect();
        if (element.shadowRoot) look(element.shadowRoot, left, top);
        if (element instanceof HTMLIFrameElement && element.contentDocument)
          look(element.contentDocument, left + box.left, top + box.top);
        if (!element.matches(pressable) || box.width === 0) continue;
        const x = left + box.left + box.width / 2;
        const y = top + box.top + box.height / 2;
        const [first, second] = document.elementsFromPoint(x, y);
        if (!first) continue;
        const beneath = first === host ? second : first;
        // What the page itself has covered, or scrolled away, is not the card's doing.
        const inner = root.elementsFromPoint(x - left, y - top).find((each) => each !== host);
        if (!beneath || !inner || !element.contains(inner)) continue;
        controls += 1;
        if (first === host) covered.push(element.outerHTML.slice(0, 120));
      }
    };
    look(document, 0, 0);
    return { controls, covered };
  });
}

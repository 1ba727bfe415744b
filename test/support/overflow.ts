import type { CompanionPage } from '../browser/companion-page.ts';

/**
 * Widths in CSS pixels at which nothing may be cut off or need scrolling sideways: the narrowest of WCAG 2.2 (1.4.10), and half of a
 * window of 1280, which is what zooming to 200 % leaves (1.4.4).
 */
export const narrowWidths = [320, 640] as const;

/** What sticks out of the window or is cut off at the narrow widths, in lines; text in a box that scrolls by itself is neither. */
export async function findOverflow(page: CompanionPage): Promise<readonly string[]> {
  const found: string[] = [];
  const before = page.page.viewport();
  for (const width of narrowWidths) {
    await page.page.setViewport({ width, height: 720, deviceScaleFactor: width === 320 ? 1 : 2 });
    // What follows the window's width is drawn with the frame after the one that brings it.
    await page.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
    const lines = await page.page.evaluate(lookForOverflow);
    found.push(...lines.map((line) => `${width} px: ${line}`));
  }
  if (before) await page.page.setViewport(before);
  return found;
}

/** Runs in the page. */
function lookForOverflow(): readonly string[] {
  const root = document.documentElement;
  const lines =
    root.scrollWidth > root.clientWidth ? [`scrolls sideways by ${root.scrollWidth - root.clientWidth}`] : [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const holder = text.parentElement;
    if (!text.textContent?.trim() || !holder?.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, right, width } = range.getBoundingClientRect();
    if (width <= 1) continue;
    // The nearest box that clips decides: one that scrolls or says "…" loses nothing.
    let clip: { readonly left: number; readonly right: number } = { left: 0, right: root.clientWidth };
    for (let box: Element | null = holder; box !== null && box !== root; box = box.parentElement) {
      const { overflowX, textOverflow, clipPath } = getComputedStyle(box);
      if (clipPath !== 'none' || /auto|scroll/.test(overflowX) || textOverflow === 'ellipsis') {
        clip = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY };
        break;
      }
      if (!/hidden|clip/.test(overflowX)) continue;
      clip = box.getBoundingClientRect();
      break;
    }
    if (left < clip.left - 1 || right > clip.right + 1) lines.push(`cut off: ${text.textContent.trim().slice(0, 60)}`);
  }
  return lines;
}

import type { Page } from 'puppeteer-core';

/** How many frames the way from the first row to the last takes, three seconds at 60 in a second: far faster than anybody reads. */
const frames = 180;

/** Scrolls a box from its top to its end in even steps, one a frame, and gives the longest time between two frames in ms. */
export function longestFrame(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted, steps) =>
      new Promise<number>((done, fail) => {
        const box = document.querySelector(wanted);
        if (box === null) return fail(new Error(`no ${wanted}`));
        const step = (box.scrollHeight - box.clientHeight) / steps;
        let [longest, before, taken] = [0, 0, 0];
        const onFrame = (now: number): void => {
          if (taken > 0) longest = Math.max(longest, now - before);
          before = now;
          taken += 1;
          box.scrollTop = step * taken;
          if (taken > steps) done(longest);
          else requestAnimationFrame(onFrame);
        };
        requestAnimationFrame(onFrame);
      }),
    selector,
    frames,
  );
}

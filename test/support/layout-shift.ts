import type { CompanionPage } from '../browser/companion-page.ts';

/** How much of a page has moved by itself since it was opened: the sum of Chromium's layout shifts (web.dev/cls; 0.1 is "good", 0 is none). */
export function layoutShift({ page }: CompanionPage): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
        const sum = (entries: readonly PerformanceEntry[]): number =>
          entries.reduce((all, entry) => all + ((entry as Shift).hadRecentInput ? 0 : (entry as Shift).value), 0);
        let shifted = 0;
        const observer = new PerformanceObserver((list) => {
          shifted += sum(list.getEntries());
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // What was noted before is handed over in a task of its own, ahead of this one.
        requestAnimationFrame(() =>
          setTimeout(() => {
            observer.disconnect();
            done(shifted);
          }),
        );
      }),
  );
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import type { Companion } from '../browser/companion.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { launchCompanion } from '../browser/launch.ts';

const mostTabs = 80;

/** Presses Tab until the element has the focus, as somebody does who cannot use a mouse; then Enter. */
async function tabTo(page: CompanionPage, testId: string, then: 'Enter' | null = 'Enter'): Promise<void> {
  await page.enabled(testId);
  for (let presses = 0; presses < mostTabs; presses += 1) {
    const focused = await page.page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    if (focused === testId) {
      await eventually(`${testId} to show that it has the focus`, () =>
        page.page.evaluate(() => {
          const style = document.activeElement && getComputedStyle(document.activeElement);
          return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none') ? true : null;
        }),
      );
      if (then) await page.page.keyboard.press(then);
      return;
    }
    await page.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${testId} on ${page.page.url()}`);
}

describe.each(browserKinds)('without a mouse, in %s', (kind) => {
  let companion: Companion;
  beforeAll(async () => {
    companion = await launchCompanion(kind);
  });
  afterAll(() => companion?.close());

  it('one gets from set-up over the preview to the approval', { timeout: 120_000 }, async () => {
    const page = await companion.openOptions('setup');
    await tabTo(page, 'demo-start');
    await page.find('demo-banner');
    await tabTo(page, 'nav-preview');
    await tabTo(page, 'make-preview');
    await page.find('plan-row');

    // Through the rows with the arrows, into one with Enter, out with Escape, and on from where one was.
    await tabTo(page, 'plan-search', null);
    await page.page.keyboard.type('bakker');
    for (let presses = 0; presses < mostTabs; presses += 1) {
      await page.page.keyboard.press('Tab');
      if (await page.page.evaluate(() => document.activeElement?.classList.contains('row-button'))) break;
    }
    const focused = () => page.page.evaluate(() => document.activeElement?.textContent ?? null);
    const first = await focused();
    await page.page.keyboard.press('ArrowDown');
    const second = await eventually('the next row', async () => ((await focused()) === first ? null : focused()));
    expect(first).toMatch(/Bakker/);
    expect(second).toMatch(/Bakker/);
    await page.page.keyboard.press('Enter');
    await page.find('change-sheet');
    await page.page.keyboard.press('Escape');
    await eventually('the focus to be back', async () => ((await focused()) === second ? true : null));

    await page.close();

    const again = await companion.openOptions('preview');
    await tabTo(again, 'decide');
    await tabTo(again, 'approve');
    expect(await again.waitText('run-outcome', /in step/, 60_000)).toMatch(
      /242 people are in step with Javelo; 5 need you/,
    );
    await again.close();
  });
});

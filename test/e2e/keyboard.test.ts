import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import type { Companion } from '../browser/companion.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { launchCompanion } from '../browser/launch.ts';

const mostTabs = 80;

type Way = 'onwards' | 'back';

/**
 * Presses Tab, or Shift and Tab. Behind the last stop of a page Tab goes on to the browser's own buttons, and no protocol
 * of automation presses keys there: Firefox then moves the focus without showing it. So what stands above is gone back to.
 */
async function tab({ page: { keyboard } }: CompanionPage, way: Way = 'onwards'): Promise<void> {
  if (way === 'back') await keyboard.down('Shift');
  await keyboard.press('Tab');
  if (way === 'back') await keyboard.up('Shift');
}

/** Presses Tab until the element has the focus, as somebody does who cannot use a mouse; then Enter. */
async function tabTo(page: CompanionPage, testId: string, then: 'Enter' | null = 'Enter', way: Way = 'onwards') {
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
    await tab(page, way);
  }
  throw new Error(`Tab does not reach ${testId} on ${page.page.url()}`);
}

function isOnRow(page: CompanionPage): Promise<boolean> {
  return page.page.evaluate(() => document.activeElement?.classList.contains('row-button') ?? false);
}

/** Presses Tab until a row of a table has the focus. */
async function tabToRow(page: CompanionPage): Promise<void> {
  for (let presses = 0; presses < mostTabs; presses += 1) {
    await tab(page);
    if (await isOnRow(page)) return;
  }
  throw new Error(`Tab reaches no row on ${page.page.url()}`);
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

    const focused = () => page.page.evaluate(() => document.activeElement?.textContent ?? null);

    // The row with the focus keeps it while one scrolls away with the wheel.
    await tabTo(page, 'plan-search', null);
    await tabToRow(page);
    const kept = await focused();
    await page.page.evaluate(() => {
      const frame = document.querySelector('[data-testid="plan-frame"]');
      frame?.scrollTo({ top: frame.scrollHeight, behavior: 'instant' });
    });
    await eventually('the last rows', () =>
      page.page.evaluate(() => {
        const rows = [...document.querySelectorAll('[data-testid="plan-row"]')];
        const all = Number(document.querySelector('[data-testid="plan"]')?.getAttribute('aria-rowcount'));
        return Number(rows.at(-1)?.getAttribute('aria-rowindex')) === all ? true : null;
      }),
    );
    expect(await focused()).toBe(kept);

    // Through the rows with the arrows, into one with Enter, out with Escape, and on from where one was.
    await tabTo(page, 'plan-search', null, 'back');
    await page.page.keyboard.type('bakker');
    await tabToRow(page);
    const first = await focused();
    await page.page.keyboard.press('ArrowDown');
    const second = await eventually('the next row', async () => ((await focused()) === first ? null : focused()));
    expect(first).toMatch(/Bakker/);
    expect(second).toMatch(/Bakker/);
    await page.page.keyboard.press('Enter');
    await page.find('change-sheet');
    await page.page.keyboard.press('Escape');
    await eventually('the focus to be back', async () => ((await focused()) === second ? true : null));

    // The table is one stop, whatever stands in it.
    await tab(page, 'back');
    expect(await isOnRow(page)).toBe(false);
    await tabTo(page, 'decide', 'Enter', 'back');
    await tabTo(page, 'approve');
    // The first outcome that is shown is the outcome: nothing is called one before the run is over.
    await page.find('run-outcome');
    expect(await page.text('run-outcome')).toMatch(/242 people are in step with Javelo; 5 need you/);
    await page.close();

    // Onwards, too, Tab leaves the table at once.
    const again = await companion.openOptions('preview');
    await tabTo(again, 'plan-search', null);
    await tabToRow(again);
    await tab(again);
    expect(await isOnRow(again)).toBe(false);
    await again.close();
  });
});

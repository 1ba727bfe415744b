import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Companion } from '../browser/companion.ts';
import type { CompanionPage } from '../browser/companion-page.ts';
import { launchCompanion } from '../browser/launch.ts';
import { connect } from '../support/admin.ts';
import { auditPage } from '../support/audit.ts';
import { runInDemo, startDemo } from '../support/demo-mode.ts';
import { layoutShift } from '../support/layout-shift.ts';
import { findOverflow } from '../support/overflow.ts';
import { addresses, openAddress, settle, showTheme, themes } from '../support/pages.ts';
import { systemStates } from '../support/system-states.ts';
import { failingBackground, slowBackground, untilDrawn } from '../support/unanswered.ts';
import { useStage } from './stage.ts';

/** Of the window's area times the way it moves; less than one line of text on a page (web.dev/cls calls 0.1 good). */
const mostShift = 0.01;

/** axe in both themes, and nothing cut off in the narrowest window and at 200 %. */
async function examine(page: CompanionPage, address = ''): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of themes) {
    await showTheme(page, theme);
    // A theme changes colours and nothing else.
    const lines = await auditPage(page, theme === 'light' ? 'all' : 'colours');
    found.push(...lines.map((line) => `${theme}: ${line}`));
  }
  // The popup's window is as wide as the popup asks for.
  return address === 'popup' ? found : [...found, ...(await findOverflow(page))];
}

/** What is wrong, by page. */
async function examineAll(
  companion: Companion,
  prepare?: Parameters<typeof openAddress>[2],
  ready: (page: CompanionPage) => Promise<void> = settle,
): Promise<Record<string, readonly string[]>> {
  const wrong: Record<string, readonly string[]> = {};
  for (const address of addresses) {
    const page = await openAddress(companion, address, prepare);
    await ready(page);
    const shift = await layoutShift(page);
    const found = [
      ...(shift > mostShift ? [`moves by itself: ${shift.toFixed(3)}`] : []),
      ...(await examine(page, address)),
    ];
    if (found.length > 0) wrong[address] = found;
    await page.close();
  }
  return wrong;
}

describe('every page is for everybody, in either theme and however narrow', () => {
  let companion: Companion;
  beforeAll(async () => {
    companion = await launchCompanion('chromium');
  });
  afterAll(() => companion?.close());

  it('before anything is connected', { timeout: 240_000 }, async () => {
    expect(await examineAll(companion)).toEqual({});
  });

  it('while the background takes its time', { timeout: 240_000 }, async () => {
    expect(await examineAll(companion, slowBackground, untilDrawn)).toEqual({});
  });

  it('when nothing can be read', { timeout: 240_000 }, async () => {
    expect(await examineAll(companion, failingBackground)).toEqual({});
  });

  it('with people, a plan and a history', { timeout: 240_000 }, async () => {
    const page = await startDemo(companion);
    await runInDemo(page, 'live');
    await runInDemo(page, 'dry');
    await page.close();
    expect(await examineAll(companion)).toEqual({});
  });

  it('with the details of a change open, and without a network', async () => {
    const page = await companion.openOptions('preview');
    await page.click('plan-row');
    await page.find('change-sheet');
    expect(await examine(page)).toEqual([]);
    await page.click('sheet-close');
    await page.page.setOfflineMode(true);
    await page.find('offline');
    expect(await examine(page)).toEqual([]);
    await page.close();
  });
});

describe('what only the two systems can bring about is for everybody too', () => {
  const stage = useStage('chromium', 12);

  it.each(systemStates)('$name', { timeout: 120_000 }, async ({ name, enter, addresses: shownAt, act, leave }) => {
    if (name === systemStates[0]?.name) await (await connect(stage.companion, stage.credentials)).close();
    await enter(stage);
    for (const address of shownAt) {
      const page = await openAddress(stage.companion, address);
      await settle(page);
      await act?.(page);
      expect(await examine(page, address), address).toEqual([]);
      await page.close();
    }
    await leave?.(stage);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Companion } from '../browser/companion.ts';
import { launchCompanion } from '../browser/launch.ts';
import { auditPage } from '../support/audit.ts';
import { runInDemo, startDemo } from '../support/demo-mode.ts';
import { dashboardPages, openInTheme, showTheme } from '../support/pages.ts';

const addresses = ['popup', ...dashboardPages];

async function auditAll(companion: Companion): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const address of addresses) {
    const page = await openInTheme(companion, address, 'light');
    for (const theme of ['light', 'dark'] as const) {
      await showTheme(page, theme);
      const findings = await auditPage(page);
      if (findings.length > 0) found[`${address}, ${theme}`] = findings;
    }
    await page.close();
  }
  return found;
}

describe('axe finds nothing, on any page, in either theme', () => {
  let companion: Companion;
  beforeAll(async () => {
    companion = await launchCompanion('chromium');
  });
  afterAll(() => companion?.close());

  it('before anything is connected', { timeout: 240_000 }, async () => {
    expect(await auditAll(companion)).toEqual({});
  });

  it('with people, a plan and a history', { timeout: 240_000 }, async () => {
    const page = await startDemo(companion);
    await runInDemo(page, 'live');
    await runInDemo(page, 'dry');
    await page.close();
    expect(await auditAll(companion)).toEqual({});
  });

  it('with the details of a change open', async () => {
    const page = await openInTheme(companion, 'preview', 'light');
    await page.click('plan-row');
    await page.find('change-sheet');
    expect(await auditPage(page)).toEqual([]);
    await page.close();
  });
});

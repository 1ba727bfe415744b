import { describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import { type CompanionPage, eventually } from '../browser/companion-page.ts';
import { connect, syncNow, testConnection } from '../support/admin.ts';
import { differencesNow } from '../support/compare-expected.ts';
import { useStage } from './stage.ts';

describe.each(browserKinds)('the first synchronisation in %s', (kind) => {
  const stage = useStage(kind, 40, { welcome: 'keep' });

  it('shows where to begin as soon as it is installed', async () => {
    const page = await stage.companion.welcome();
    expect(await page.page.evaluate(() => location.hash)).toBe('#/setup');
    await page.find('go-nmbrs');
    await page.find('demo-start');
    expect(await stage.control.writes()).toBe(0);
    await page.close();
  });

  it('shows in the popup what is answered late, also in a window that is not painted', async () => {
    const popup = await stage.companion.openPopup((page) =>
      page.evaluateOnNewDocument(() => {
        const soon = 100;
        const { setTimeout: later } = window;
        window.requestAnimationFrame = () => 0;
        window.setTimeout = ((work: () => void, ms = 0) => later(work, ms < soon ? 6 * soon : ms)) as typeof setTimeout;
        const { runtime } = (
          globalThis as unknown as { chrome: { runtime: { sendMessage(...all: unknown[]): unknown } } }
        ).chrome;
        const send = runtime.sendMessage.bind(runtime);
        runtime.sendMessage = (...all) => new Promise((resolve) => later(() => resolve(send(...all)), 3 * soon));
      }),
    );
    await popup.waitText('state', /not connected/i);
    await popup.close();
  });

  it('connects both sides, each with a Test button', async () => {
    const options = await connect(stage.companion, stage.credentials);
    await testConnection(options, 'nmbrs', /Connected to Nmbrs/);
    await testConnection(options, 'javelo', /Connected to Javelo/);
    expect(await stage.control.writes()).toBe(0);
    await options.close();
  });

  it('brings every person to Javelo, attribute by attribute', async () => {
    const popup = await stage.companion.openPopup();
    const { run, sentence } = await syncNow(popup);
    const expected = await stage.control.expected();
    expect(expected.length).toBeGreaterThan(20);
    expect(await differencesNow(stage.control)).toEqual([]);
    expect(run.state).toBe('succeeded');
    expect(run.counts).toMatchObject({ created: expected.length, failed: 0, waiting: 0 });
    expect(sentence).toContain(String(expected.length));
    // Managers come before the people who report to them: one request per person (issue 2).
    expect((await stage.control.state()).javelo.requests).toMatchObject({ 'POST /Users': expected.length });
    expect(await stage.control.writes()).toBe(expected.length);
    await popup.close();
  });

  it('writes nothing the second time', async () => {
    const before = await stage.control.writes();
    const popup = await stage.companion.openPopup();
    const { run } = await syncNow(popup);
    expect(await stage.control.writes()).toBe(before);
    expect(run.kind).toBe('incremental');
    expect(run.counts).toMatchObject({ created: 0, updated: 0, disabled: 0, failed: 0 });
    await popup.close();
  });

  it('follows hires, leavers and changes', async () => {
    const active = async () => new Map((await stage.control.expected()).map((each) => [each.userName, each.active]));
    const before = await active();
    await stage.control.changePeople({ hire: 3, leave: 2, change: 5, seed: 7 });
    const after = await active();
    // Whether somebody who left six days ago has an account to switch off is the calendar's to say.
    const leavers = [...after].filter(([userName, is]) => !is && before.get(userName));
    expect(leavers.length).toBeGreaterThan(0);
    const popup = await stage.companion.openPopup();
    const { run } = await syncNow(popup);
    expect(await differencesNow(stage.control)).toEqual([]);
    expect(run.counts.disabled).toBe(leavers.length);
    await popup.close();
  });

  it('shows every person with an outcome and a reason', async () => {
    const history = await stage.companion.openOptions('history');
    await history.find('plan-row');
    const rows = await wholeTable(history);
    expect(rows.length).toBeGreaterThan(40);
    for (const row of rows) expect(row).toMatch(/Created|Updated|Switched off|Unchanged|Left out/);
    expect(history.console.filter((line) => /^(error|pageerror)/.test(line))).toEqual([]);
    await history.close();
  });
});

/** What every row of the table says, gone through from the first to the last: only those in sight are in the page. */
async function wholeTable({ page }: CompanionPage): Promise<readonly string[]> {
  const said = new Map<number, string>();
  return eventually('every row of the table', async () => {
    const { rows, count } = await page.evaluate(() => {
      const table = document.querySelector('[data-testid="plan"]');
      const seen = [...document.querySelectorAll<HTMLElement>('[data-testid="plan-row"]')];
      document.querySelector('[data-testid="plan-frame"]')?.scrollBy({ top: 400, behavior: 'instant' });
      return {
        // biome-ignore lint/performance/useDomNodeTextContent: hidden text is not what the admin reads
        rows: seen.map((row) => [Number(row.getAttribute('aria-rowindex')), row.innerText] as const),
        count: Number(table?.getAttribute('aria-rowcount')) - 1,
      };
    });
    for (const [index, text] of rows) said.set(index, text);
    return said.size === count ? [...said.values()] : null;
  });
}

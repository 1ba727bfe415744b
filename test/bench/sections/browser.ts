import type { Companion } from '../../browser/companion.ts';
import { type CompanionPage, eventually } from '../../browser/companion-page.ts';
import { launchCompanion } from '../../browser/launch.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { connect, credentialsOf, lastRun, waitForEnd } from '../../support/admin.ts';
import { ask } from '../../support/ask-background.ts';
import { firstSight, noteFirstSight, sightAfterHash } from '../browser/first-sight.ts';
import { type JournalRates, measureJournal } from '../browser/journal-rate.ts';
import { longestFrame } from '../browser/longest-frame.ts';
import { median, rounded } from '../side-by-side.ts';
import { measureScan, type ScanFigures } from './scan.ts';

export interface BrowserFigures extends JournalRates, ScanFigures {
  /** From a message to a worker that is not running until its answer. */
  readonly workerReadyMs: number;
  /** From opening the popup until Sync now can be clicked. */
  readonly popupMs: number;
  /** From choosing the preview until its first rows are painted. */
  readonly tableMs: number;
  /** The longest time between two frames while all rows of the preview, and of the history, go by in some seconds. */
  readonly previewFrameMs: number;
  readonly historyFrameMs: number;
}

const rounds = 5;

/** What an admin waits for in Chromium, with a whole company's plan stored. */
export async function measureBrowser(employees: number): Promise<BrowserFigures> {
  const sandbox = await startSandbox({ employees });
  const companion = await launchCompanion('chromium');
  try {
    const options = await connect(companion, credentialsOf(sandbox.ready));
    await ask(options, 'runs.start', { mode: 'dry' });
    await waitForEnd(options, null, 300_000);
    const run = await lastRun(options);
    await options.close();
    return {
      workerReadyMs: await repeat(() => wakeWorker(companion)),
      popupMs: await repeat(() => openPopup(companion)),
      tableMs: await repeat(() => openPreview(companion, run?.id ?? '')),
      previewFrameMs: await repeat(() => scroll(companion, `preview/${run?.id}`, employees)),
      historyFrameMs: await repeat(() => scroll(companion, `history/${run?.id}`, employees)),
      ...(await measureJournal(companion, employees)),
      ...(await measureScan(companion)),
    };
  } finally {
    await companion.close();
    await sandbox.stop();
  }
}

/** The median of five, after one that is not counted. */
async function repeat(measure: () => Promise<number>): Promise<number> {
  await measure();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure());
  return rounded(median(times));
}

async function wakeWorker(companion: Companion): Promise<number> {
  const page = await companion.openOptions('connection');
  await page.find('nmbrs-domain');
  await companion.driver.killWorker();
  const ms = await page.page.evaluate(async () => {
    type Api = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    const { chrome } = globalThis as typeof globalThis & { chrome: Api };
    const startedAt = performance.now();
    await chrome.runtime.sendMessage({ name: 'connection.get', request: null });
    return performance.now() - startedAt;
  });
  await page.close();
  return ms;
}

async function openPopup({ driver }: Companion): Promise<number> {
  const page = await driver.browser.newPage();
  await noteFirstSight(page, '[data-testid="sync-now"]:enabled');
  await driver.navigate(page, `${driver.origin}/popup.html`);
  const ms = await firstSight(page);
  await page.close();
  return ms;
}

async function openPreview(companion: Companion, runId: string): Promise<number> {
  const page: CompanionPage = await companion.openOptions('connection');
  await page.find('nmbrs-domain');
  const ms = await sightAfterHash(page.page, `#/preview/${runId}`, '.vtable-row');
  await page.close();
  return ms;
}

async function scroll(companion: Companion, address: string, employees: number): Promise<number> {
  const page = await companion.openOptions(address);
  await page.page.bringToFront();
  await eventually('all rows to be there', async () => {
    const rows = await page.page.evaluate(() =>
      Number(document.querySelector('[data-testid="plan"]')?.getAttribute('aria-rowcount')),
    );
    return rows > employees / 2 && !(await page.page.$('.table-section[aria-busy="true"]')) ? true : null;
  });
  const ms = await longestFrame(page.page, '.vtable-frame');
  await page.close();
  return ms;
}

import puppeteer, { type Browser, type CDPSession } from 'puppeteer-core';
import type { BrowserDriver, LaunchOptions } from './companion.ts';
import { eventually } from './companion-page.ts';

const args = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--lang=en-US',
  // Nothing but this machine can be reached, whatever the browser or the product tries.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

/** Chromium alone, for pages that need no extension. */
export function startChromium(options: Omit<LaunchOptions, 'extension'>): Promise<Browser> {
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: options.executable,
    headless: options.headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
    args: [...args, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

/** Chromium with an empty profile and the extension installed. */
export async function launchChromium(options: LaunchOptions): Promise<BrowserDriver> {
  const browser = await startChromium(options);
  try {
    const id = await browser.installExtension(options.extension);
    const origin = `chrome-extension://${id}`;
    return {
      kind: 'chromium',
      browser,
      origin,
      navigate: async (page, url) => {
        await page.goto(url, { waitUntil: 'load' });
      },
      killWorker: () => killWorker(browser, origin),
      // Chromium draws a new target id each time the worker starts.
      workerLife: () => withSession(browser, (session) => findWorker(session, origin)),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function findWorker(session: CDPSession, origin: string): Promise<string | null> {
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find((info) => info.type === 'service_worker' && info.url.startsWith(origin));
  return worker?.targetId ?? null;
}

async function withSession<T>(browser: Browser, use: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await browser.target().createCDPSession();
  try {
    return await use(session);
  } finally {
    await session.detach();
  }
}

/**
 * Never attaches to the worker: an attached debugger keeps it alive, and leaves a ghost behind that answers nothing
 * when it is closed (measured on Chromium 156 with puppeteer-core 25).
 */
function killWorker(browser: Browser, origin: string): Promise<void> {
  return withSession(browser, async (session) => {
    const targetId = await findWorker(session, origin);
    if (targetId === null) return;
    await session.send('Target.closeTarget', { targetId });
    await eventually('the worker to be gone', async () =>
      (await findWorker(session, origin)) === targetId ? null : true,
    );
  });
}

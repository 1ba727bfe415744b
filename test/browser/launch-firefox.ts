import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { bidiConnection } from './bidi-connection.ts';
import type { BrowserDriver, LaunchOptions } from './companion.ts';
import { eventually } from './companion-page.ts';

/** Fixed, so that the address of the extension's pages is known beforehand; Firefox otherwise draws one per profile. */
const uuid = '7c1b3f0e-52d4-4c6a-9d1f-3a2b4c5d6e7f';

function extensionId(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (id === undefined) throw new Error(`The manifest in ${folder} names no gecko id`);
  return id;
}

/** Firefox with an empty profile and the extension installed for the session. */
export async function launchFirefox(options: LaunchOptions): Promise<BrowserDriver> {
  const id = extensionId(options.extension);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executable,
    headless: options.headless,
    enableExtensions: true,
    defaultViewport: null,
    // Without it BiDi may not open pages of an extension (models.md c.9, measured on Firefox 153).
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      'intl.accept_languages': 'en-US, en',
      'intl.locale.requested': 'en-US',
      // Nothing but this machine can be reached: everything else goes to a proxy that does not exist.
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': 9,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': 9,
      'network.proxy.no_proxies_on': 'localhost, 127.0.0.1, .localhost',
      'browser.privatebrowsing.autostart': options.isPrivate ?? false,
      ...options.prefs,
    },
  });
  try {
    await browser.installExtension(options.extension);
    if (options.isPrivate) await inFirefox(browser, id, allowInPrivateWindows);
    const origin = `moz-extension://${uuid}`;
    return {
      kind: 'firefox',
      browser,
      origin,
      navigate: async (page, url) => {
        // The page loads, but BiDi never reports it as loaded (models.md c.9), and evaluating fails until there is a document.
        const opened = page.goto(url, { timeout: 20_000 }).catch(() => null);
        await eventually(`${url} to load`, () =>
          page
            .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
            .then((loaded) => loaded || null)
            .catch(() => null),
        );
        void opened;
      },
      killWorker: async () => {
        // What Firefox itself calls when the idle timer runs out, here without its second thoughts.
        const end = `extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`;
        await inFirefox(browser, id, `${end}.then(() => null)`);
      },
      workerLife: () => inFirefox(browser, id, `String(extension.backgroundContext?.contextId ?? '') || null`),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** What the switch on Firefox's own page for extensions does; known to the extension once it has started anew. */
const allowInPrivateWindows = `
  (async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const permissions = ['internal:privateBrowsingAllowed'];
    await ExtensionPermissions.add(extension.id, { permissions, origins: [] }, extension);
    const addon = await AddonManager.getAddonByID(extension.id);
    await addon.reload();
    return null;
  })()`;

/** Evaluates an expression about `extension` in Firefox's own process, and gives the string or null it makes. */
async function inFirefox(browser: Browser, id: string, expression: string): Promise<string | null> {
  const connection = bidiConnection(browser);
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as {
    contexts: { context: string }[];
  };
  const answer = (
    await connection.send('script.evaluate', {
      expression: `{ const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)}); ${expression} }`,
      target: { context: tree.contexts[0]?.context },
      awaitPromise: true,
    })
  ).result as { type: string; result?: { value?: unknown } };
  if (answer.type !== 'success') throw new Error(`Firefox refused ${expression}`);
  return typeof answer.result?.value === 'string' ? answer.result.value : null;
}

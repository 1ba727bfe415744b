import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from './browser-kind.ts';
import { buildExtension } from './build-extension.ts';
import { type BrowserDriver, Companion, type LaunchOptions } from './companion.ts';
import { findBrowser } from './find-browser.ts';
import { launchChromium } from './launch-chromium.ts';
import { launchFirefox } from './launch-firefox.ts';

/**
 * Finds the browser, builds the end-to-end extension where it is out of date, and starts both together.
 * The browser gets a copy, since it reads pages from the folder while it runs, and another build may come meanwhile.
 * The page that the companion opens after its installation is closed, unless it is to be kept.
 */
export async function launchCompanion(
  kind: BrowserKind,
  options: { readonly headless?: boolean; readonly welcome?: 'close' | 'keep' } = {},
): Promise<Companion> {
  const executable = findBrowser(kind);
  const built = await buildExtension(kind, 'e2e');
  const extension = mkdtempSync(join(tmpdir(), 'companion-'));
  cpSync(built, extension, { recursive: true });
  const cleanUp = () => rmSync(extension, { recursive: true, force: true });
  try {
    const driver = await launchDriver(kind, { executable, extension, headless: options.headless ?? true });
    driver.browser.once('disconnected', cleanUp);
    const companion = new Companion(driver, await driver.browser.version());
    // It comes in its own time: whoever does not want it waits for it all the same, or it would come in the middle of something.
    if (options.welcome !== 'keep') await (await companion.welcome()).close();
    return companion;
  } catch (error) {
    cleanUp();
    throw error;
  }
}

/** A browser with whatever extension a folder holds. */
export function launchDriver(kind: BrowserKind, options: LaunchOptions): Promise<BrowserDriver> {
  return kind === 'chromium' ? launchChromium(options) : launchFirefox(options);
}

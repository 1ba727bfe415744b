import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  options: Partial<Pick<LaunchOptions, 'headless' | 'prefs' | 'isPrivate'>> & {
    readonly welcome?: 'close' | 'keep';
    /** A program that the background runs before its own. */
    readonly before?: string;
  } = {},
): Promise<Companion> {
  const executable = findBrowser(kind);
  const built = await buildExtension(kind, 'e2e');
  const extension = mkdtempSync(join(tmpdir(), 'companion-'));
  cpSync(built, extension, { recursive: true });
  if (options.before) {
    const background = join(extension, 'background.js');
    writeFileSync(background, `${options.before}\n${readFileSync(background, 'utf8')}`);
  }
  const cleanUp = () => rmSync(extension, { recursive: true, force: true });
  try {
    const driver = await launchDriver(kind, { headless: true, ...options, executable, extension });
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

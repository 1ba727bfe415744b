import type { Browser, Page } from 'puppeteer-core';
import type { BrowserKind } from './browser-kind.ts';
import { CompanionPage, eventually } from './companion-page.ts';

export interface LaunchOptions {
  /** The built extension's folder. */
  readonly extension: string;
  readonly executable: string;
  readonly headless: boolean;
  /** A profile that stays when the browser ends; absent = an empty one that goes with it. Chromium only. */
  readonly profile?: string;
  /** Settings of Firefox beside those that all tests have. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Every window is a private one, in which the extension may run too. Firefox only. */
  readonly isPrivate?: boolean;
}

/** What differs between the browsers. */
export interface BrowserDriver {
  readonly kind: BrowserKind;
  readonly browser: Browser;
  /** Everything before the path in an address of the extension's pages, without the slash. */
  readonly origin: string;
  /** Opens an address of the extension in a page that is already there. */
  navigate(page: Page, url: string): Promise<void>;
  /** Ends the background worker at once, as the browser may at any time; resolves when it is gone. */
  killWorker(): Promise<void>;
  /** A mark of the present life of the background worker; null while none is running. */
  workerLife(): Promise<string | null>;
}

/** What is done to a tab before the companion's page is opened in it. */
export type Prepare = (page: Page) => Promise<unknown>;

const popupSize = { width: 380, height: 600 };
const dashboardSize = { width: 1280, height: 900 };

/** The built extension, installed in a real browser with an empty profile. */
export class Companion {
  readonly driver: BrowserDriver;
  readonly version: string;

  constructor(driver: BrowserDriver, version: string) {
    this.driver = driver;
    this.version = version;
  }

  get kind(): BrowserKind {
    return this.driver.kind;
  }

  /** The popup, in a tab of its size: no automation protocol can click the toolbar. */
  openPopup(prepare?: Prepare): Promise<CompanionPage> {
    return this.open('popup.html', popupSize, prepare);
  }

  openOptions(hash = '', prepare?: Prepare): Promise<CompanionPage> {
    return this.open(`options.html${hash === '' ? '' : `#/${hash}`}`, dashboardSize, prepare);
  }

  /** The dashboard as it opens by itself after an installation. */
  async welcome(): Promise<CompanionPage> {
    const { browser, origin } = this.driver;
    const page = await eventually('the page that opens after the installation', async () => {
      for (const each of await browser.pages()) {
        // The page itself is asked: Firefox's protocol does not tell that a tab has become one of an extension (models.md c.9).
        const address = await each.evaluate(() => location.href).catch(() => '');
        if (address.startsWith(`${origin}/options.html`)) return each;
      }
      return null;
    });
    await page.setViewport({ ...dashboardSize, deviceScaleFactor: 1 });
    return new CompanionPage(page);
  }

  private async open(
    path: string,
    viewport: { width: number; height: number },
    prepare?: Prepare,
  ): Promise<CompanionPage> {
    const page = await this.driver.browser.newPage();
    await prepare?.(page);
    await page.setViewport({ ...viewport, deviceScaleFactor: 1 });
    const companionPage = new CompanionPage(page);
    await this.driver.navigate(page, `${this.driver.origin}/${path}`);
    return companionPage;
  }

  async close(): Promise<void> {
    await this.driver.browser.close();
  }
}

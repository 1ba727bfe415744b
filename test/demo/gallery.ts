import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Locale, locales } from '../../utils/i18n/locales.ts';
import type { Companion, Prepare } from '../browser/companion.ts';
import type { CompanionPage } from '../browser/companion-page.ts';
import { startSandbox } from '../sandbox/server.ts';
import { connect, credentialsOf } from '../support/admin.ts';
import { ask } from '../support/ask-background.ts';
import { runInDemo, startDemo } from '../support/demo-mode.ts';
import { addresses, openAddress, openInTheme, settle, showTheme, type Theme, themes } from '../support/pages.ts';
import { SandboxControl } from '../support/sandbox-control.ts';
import { systemStates } from '../support/system-states.ts';
import { failingBackground, slowBackground, untilDrawn } from '../support/unanswered.ts';

const sizes = { phone: { width: 320, height: 720 }, wall: { width: 3840, height: 2160 } } as const;
/** What can be pictured by itself; each needs nothing of the others. */
export const parts = ['first', 'demo', 'stores', 'waiting', 'systems'] as const;
export type Part = (typeof parts)[number];

const readmeFolder = fileURLToPath(new URL('../../assets/readme/', import.meta.url));

const storeFolder = fileURLToPath(new URL('../../assets/store/', import.meta.url));
const storePages = [
  ['preview', 'preview'],
  ['one-person', 'people/560188'],
  ['organisation', 'organisation'],
  ['history', 'history'],
] as const;

/** The six that the README shows, as they stand in a window: picture here, file there. */
const best: Readonly<Record<string, string>> = {
  popup: 'popup',
  history: 'options',
  preview: 'preview',
  'people-560188': 'person',
  organisation: 'organisation',
  'first-setup': 'set-up',
};

/** What is pictured, and how. */
export interface GalleryOptions {
  readonly parts: readonly Part[];
  /** Such as `en-light`; empty = every language in either theme. */
  readonly looks: readonly string[];
  /** Also renews the pictures of the README along the way. */
  readonly readme: boolean;
}

interface Shot {
  readonly language: Locale;
  readonly theme: Theme;
}

/** Whole pages: what lies below the window's edge is looked at too. */
const extentOf = (address: string): 'content' | 'page' => (address === 'popup' ? 'content' : 'page');

/** Makes the window as high as the page, so that what clings to its edges stands where it belongs. */
async function showWhole({ page }: CompanionPage): Promise<void> {
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth,
    height: Math.max(innerHeight, document.documentElement.scrollHeight),
  }));
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
}

/** Takes pictures of every page and state in three languages, light and dark, with the companion's own demo. */
export class Gallery {
  readonly taken: string[] = [];
  private readonly companion: Companion;
  private readonly folder: string;
  private readonly options: GalleryOptions;

  constructor(companion: Companion, folder: string, options: GalleryOptions) {
    this.companion = companion;
    this.folder = folder;
    this.options = options;
  }

  /** The chosen parts, in the order in which one profile can go through them. */
  async take(tell: (line: string) => void): Promise<void> {
    const takes = (part: Part) => this.options.parts.includes(part);
    if (takes('first')) {
      tell('Before anything is connected');
      await this.eachLook((look) => this.takePages(look, 'first-'));
    }
    if (takes('demo') || takes('stores')) {
      tell('The demo, after a synchronisation and a week');
      await this.liveAWeekInDemo();
    }
    if (takes('demo')) {
      await this.eachLook((look) => this.takePages(look, ''));
      await this.eachLook((look) => this.takeStates(look));
    }
    if (takes('stores')) await this.takeForStores();
    if (takes('waiting')) {
      tell('Before anything has come, and when nothing can be read');
      await this.eachLook((look) => this.takePages(look, 'loading-', slowBackground, untilDrawn));
      await this.eachLook((look) => this.takePages(look, 'unreadable-', failingBackground));
    }
    if (takes('systems')) {
      tell('What only the two systems can bring about');
      await this.takeSystemStates();
    }
  }

  private async liveAWeekInDemo(): Promise<void> {
    const page = await startDemo(this.companion);
    await runInDemo(page, 'dry');
    await runInDemo(page, 'live');
    await ask(page, 'demo.letWeekPass', null);
    await runInDemo(page, 'dry');
    await page.close();
  }

  /** With a sandbox in the place of Nmbrs and Javelo; a demo is left for it. */
  private async takeSystemStates(): Promise<void> {
    const sandbox = await startSandbox({ employees: 40 });
    try {
      const { companion } = this;
      const control = new SandboxControl(sandbox.ready);
      const demo = await companion.openOptions('setup');
      if ((await ask<{ on: boolean }>(demo, 'demo.get', null)).on) await ask(demo, 'demo.stop', null);
      await demo.close();
      // The fields say in English that they are saved.
      await this.speak('en');
      await (await connect(companion, credentialsOf(sandbox.ready))).close();
      for (const { name, enter, addresses, act, passes, leave } of systemStates) {
        if (!passes) await enter({ companion, control });
        await this.eachLook(async (look) => {
          if (passes) await enter({ companion, control });
          for (const address of addresses) {
            const page = await openInTheme(companion, address, look.theme);
            await act?.(page);
            await this.picture(page, look, `${name}-${address}`, extentOf(address));
            await page.close();
          }
        });
        // The pages are waited for in English.
        await this.speak('en');
        await leave?.({ companion, control });
      }
    } finally {
      await sandbox.stop();
    }
  }

  /** Four pages in three languages at the size that the stores want; the demo stands behind them. */
  private async takeForStores(): Promise<void> {
    for (const language of locales) {
      await this.speak(language);
      for (const [index, [name, address]] of storePages.entries()) {
        const page = await openInTheme(this.companion, address, 'light');
        await page.page.setViewport({ width: 1280, height: 800, deviceScaleFactor: 1 });
        await settle(page);
        await page.screenshot(`${join(storeFolder, language, `${index + 1}-${name}`)}.png`);
        await page.close();
      }
    }
  }

  private async eachLook(take: (look: Shot) => Promise<void>): Promise<void> {
    for (const language of locales) {
      const { looks } = this.options;
      const wanted = themes.filter((theme) => looks.length === 0 || looks.includes(`${language}-${theme}`));
      if (wanted.length > 0) await this.speak(language);
      for (const theme of wanted) await take({ language, theme });
    }
  }

  private async speak(language: Shot['language']): Promise<void> {
    const page = await this.companion.openOptions('settings');
    await page.choose('language', language);
    await page.find('language');
    await page.close();
  }

  private async takePages(
    look: Shot,
    prefix: string,
    prepare?: Prepare,
    ready: (page: CompanionPage) => Promise<void> = settle,
  ): Promise<void> {
    for (const address of addresses) {
      const page = await openAddress(this.companion, address, prepare);
      await showTheme(page, look.theme);
      await ready(page);
      await this.picture(page, look, `${prefix}${address.replace('/', '-')}`, extentOf(address));
      await page.close();
    }
  }

  /** What no address shows: an open change, the question before a large step, no network, the smallest and the largest window. */
  private async takeStates(look: Shot): Promise<void> {
    const page = await openInTheme(this.companion, 'preview', look.theme);
    await page.click('decide');
    await this.picture(page, look, 'preview-question');
    await page.click('plan-row');
    await page.find('change-sheet');
    await this.picture(page, look, 'preview-change');
    await page.click('sheet-close');
    await page.page.evaluate(() => scrollTo(0, 0));
    await page.page.setOfflineMode(true);
    await page.find('offline');
    await this.picture(page, look, 'offline');
    await page.page.setOfflineMode(false);
    for (const [name, size] of Object.entries(sizes)) {
      await page.page.setViewport({ ...size, deviceScaleFactor: 1 });
      await settle(page);
      await this.picture(page, look, `preview-${name}`);
    }
    await page.close();
  }

  private async picture(
    page: CompanionPage,
    look: Shot,
    name: string,
    extent: 'window' | 'page' | 'content' = 'window',
  ) {
    const path = this.path(look, name);
    const shown = best[name];
    if (this.options.readme && shown && look.language === 'en' && look.theme === 'light') {
      await page.screenshot(`${join(readmeFolder, shown)}.png`, extent === 'page' ? 'window' : extent);
    }
    if (extent === 'page') await showWhole(page);
    await page.screenshot(path, extent);
    this.taken.push(path);
  }

  private path({ language, theme }: Shot, name: string): `${string}.png` {
    const folder = join(this.folder, `${language}-${theme}`);
    mkdirSync(folder, { recursive: true });
    return `${join(folder, name)}.png`;
  }
}

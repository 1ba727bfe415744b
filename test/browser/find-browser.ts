import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserKind } from './browser-kind.ts';
import { installBrowsers } from './install-browsers.ts';

const variable = { chromium: 'CHROME_PATH', firefox: 'FIREFOX_PATH' } as const;

// Branded Chrome refuses unpacked extensions from the command line but takes them over the DevTools protocol, so it may serve too.
const commands: Record<BrowserKind, readonly string[]> = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

/** Where installers put browsers without adding them to PATH. */
function usualPlaces(kind: BrowserKind): readonly string[] {
  if (process.platform === 'darwin') {
    const apps =
      kind === 'chromium'
        ? ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']
        : ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'];
    const homes = ['/Applications', join(process.env.HOME ?? '/', 'Applications')];
    return homes.flatMap((home) => apps.map((app) => join(home, app)));
  }
  if (process.platform === 'win32') {
    const programs =
      kind === 'chromium'
        ? ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe']
        : ['Mozilla Firefox\\firefox.exe'];
    const homes = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
    return homes.flatMap((home) => programs.map((program) => join(home, program)));
  }
  return kind === 'chromium'
    ? ['/usr/lib/chromium/chromium', '/usr/lib64/chromium-browser/chromium-browser', '/opt/google/chrome/chrome']
    : ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib64/firefox/firefox', '/opt/firefox/firefox'];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function look(kind: BrowserKind): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath =
    process.platform === 'win32' ? [] : commands[kind].flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces(kind)].find(isExecutable) ?? null;
}

/** Thrown when a browser is neither found nor installable; the message is the one line to show. */
export class BrowserMissing extends Error {}

/**
 * The executable of a browser: `CHROME_PATH` or `FIREFOX_PATH`, else the usual places, else freshly installed
 * where this process may do that. Throws BrowserMissing otherwise: nothing is skipped silently.
 */
export function findBrowser(kind: BrowserKind): string {
  const named = process.env[variable[kind]];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new BrowserMissing(`${variable[kind]} names ${named}, which does not exist.`);
  }
  const found = look(kind);
  if (found !== null) return found;
  const advice = installBrowsers();
  const installed = look(kind);
  if (installed !== null) return installed;
  throw new BrowserMissing(
    `No ${kind === 'chromium' ? 'Chromium' : 'Firefox'} found. ${advice} Or set ${variable[kind]}.`,
  );
}

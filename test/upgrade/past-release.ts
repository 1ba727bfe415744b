import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { BrowserKind } from '../browser/browser-kind.ts';

/** The end-to-end builds of a release as it was, kept so that its profile can be made anew. */
const pastReleases: Readonly<Record<BrowserKind, URL>> = {
  chromium: new URL('./companion-0.1.0-e2e-chrome.zip', import.meta.url),
  firefox: new URL('./companion-0.1.0-e2e-firefox.zip', import.meta.url),
};

/** Puts that release where the extension is loaded from. */
export function unpackPastRelease(kind: BrowserKind, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(pastReleases[kind])))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

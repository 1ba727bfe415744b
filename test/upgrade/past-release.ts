import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

/** The end-to-end build of a release as it was, kept so that its profile can be made anew. */
const pastRelease = new URL('./companion-0.1.0-e2e-chrome.zip', import.meta.url);

/** Puts that release where the extension is loaded from. */
export function unpackPastRelease(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(pastRelease)))) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

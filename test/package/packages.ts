import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { runWxt } from '../browser/run-wxt.ts';
import type { Folder } from './checkout-copy.ts';

export interface Packages {
  readonly chromium: Uint8Array;
  readonly firefox: Uint8Array;
  readonly sources: Uint8Array;
}

/** `npm run zip` in that folder. */
export async function zipAll(folder: Folder): Promise<Packages> {
  await runWxt(folder.path, ['zip']);
  await runWxt(folder.path, ['zip', '--browser', 'firefox']);
  const read = (kind: string) => readFileSync(join(folder.path, '.output', `companion-${kind}.zip`));
  return { chromium: read('chrome'), firefox: read('firefox'), sources: read('sources') };
}

/** The package for Firefox alone, as its reviewers make it. */
export async function zipForFirefox(folder: Folder): Promise<Uint8Array> {
  await runWxt(folder.path, ['zip', '--browser', 'firefox']);
  return readFileSync(join(folder.path, '.output', 'companion-firefox.zip'));
}

/** Takes a package apart into a folder. */
export function unpack(zip: Uint8Array, into: Folder): void {
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    if (name.endsWith('/')) continue;
    const path = join(into.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

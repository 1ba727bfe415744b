import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { CompanionPage } from '../browser/companion-page.ts';

/** Everything in `storage.local`, and every row of every IndexedDB database of the extension, as text. */
export async function storedText(page: CompanionPage): Promise<string> {
  return page.page.evaluate(async () => {
    type Api = { storage: { local: { get(): Promise<unknown> } } };
    const scope = globalThis as typeof globalThis & { browser?: Api; chrome?: Api };
    const parts = [JSON.stringify(await (scope.browser ?? scope.chrome)?.storage.local.get())];
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const rows = await settled(database.transaction(store).objectStore(store).getAll());
        parts.push(`${store}: ${JSON.stringify(rows)}`);
      }
      database.close();
    }
    return parts.join('\n');
  });
}

/** The folder in which a browser keeps everything, from its own command line. */
function profileFolder(browser: Browser): string {
  const args = browser.process()?.spawnargs ?? [];
  const chromium = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);
  const at = args.findIndex((arg) => /^--?profile$/.test(arg));
  const folder = chromium ?? (at === -1 ? undefined : args[at + 1]);
  if (folder === undefined) throw new Error(`No profile in ${args.join(' ')}`);
  return folder;
}

/** The files of the browser's profile in which a text stands, in either of the forms that browsers write. */
export function filesWith(
  browser: Browser,
  text: string,
): { readonly found: readonly string[]; readonly looked: number } {
  const forms = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
  ];
  const found: string[] = [];
  let looked = 0;
  const visit = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      try {
        if (statSync(path).isDirectory()) visit(path);
        else {
          const bytes = readFileSync(path);
          looked += 1;
          if (forms.some((form) => bytes.includes(form))) found.push(name);
        }
      } catch {
        // The browser took it away, or it is a lock or a socket.
      }
    }
  };
  visit(profileFolder(browser));
  return { found, looked };
}

/** Every string that a page's process holds, the worlds of content scripts included. Chromium only. */
export async function heapText(page: Page): Promise<string> {
  const session = await page.createCDPSession();
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return pieces.join('');
}

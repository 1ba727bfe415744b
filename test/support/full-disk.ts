import type { CompanionPage } from '../browser/companion-page.ts';

const channel = 'full-disk';

/**
 * Makes the background's IndexedDB refuse what is to be stored, as a browser does on a full disk, whenever it is told so. Chromium
 * itself cannot be made to: an extension with `unlimitedStorage` has no quota, and the debugger's own one
 * (`Storage.overrideQuotaForOrigin`) is shown but not enforced (measured on Chromium 156).
 */
export const fullDisk = `{
  let isFull = false;
  new BroadcastChannel('${channel}').onmessage = ({ data }) => { isFull = data; };
  for (const name of ['put', 'add']) {
    const store = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...row) {
      if (isFull) throw new DOMException('No room', 'QuotaExceededError');
      return store.apply(this, row);
    };
  }
}`;

/** Fills the disk, or makes room again; from a page of the extension. */
export async function setFull(page: CompanionPage, isFull: boolean): Promise<void> {
  await page.page.evaluate(
    (name, full) => {
      const told = new BroadcastChannel(name);
      told.postMessage(full);
      told.close();
    },
    channel,
    isFull,
  );
}

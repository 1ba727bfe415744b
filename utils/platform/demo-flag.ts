import { browser } from './browser.ts';

const key = 'demo';

/** Whether the companion works with the demo's invented people; kept beyond the browser session. */
export const demoFlag = {
  async isSet(): Promise<boolean> {
    return (await browser.storage.local.get(key))[key] === true;
  },
  async set(on: boolean): Promise<void> {
    if (on) await browser.storage.local.set({ [key]: true });
    else await browser.storage.local.remove(key);
  },
};

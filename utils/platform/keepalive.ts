import { browser } from './browser.ts';

// A background dies after 30 s without an extension API call; `storage.session.set` counts in both browsers,
// `storage.local.set` does not in Firefox (models.md d, measured).
const beatMs = 20_000;

/** Keeps the background alive while `work` runs, and not a moment longer. */
export async function whileAlive<T>(work: () => Promise<T>): Promise<T> {
  const beat = () => void browser.storage.session.set({ heartbeat: Date.now() }).catch(() => {});
  beat();
  const timer = setInterval(beat, beatMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

import type { Runtime } from '../platform/browser.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import type { Sender } from './caller.ts';

/** Listens to what our own background tells this tab, until the returned function is called. `answer` gives null for what it does not know. */
export function onBackgroundMessage(answer: (message: unknown) => Promise<unknown> | null): () => void {
  const { runtime } = contentBrowser();
  const listener = (message: unknown, sender: Sender, respond: (value: unknown) => void) => {
    const answered = sender.id === runtime.id && sender.tab === undefined ? answer(message) : null;
    if (answered === null) return undefined;
    void answered.then(respond);
    return true;
  };
  const registered = listener as Runtime.OnMessageListener;
  runtime.onMessage.addListener(registered);
  return () => runtime.onMessage.removeListener(registered);
}

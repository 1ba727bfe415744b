/** The one place that reaches the browser: everything else receives what it needs from here. */
import browser, { type Runtime } from 'webextension-polyfill';

export type { Runtime };
export { browser };

import { browser } from '../platform/browser.ts';
import { createClient } from './client.ts';

/** What pages use to speak to the background. */
export const background = createClient((message) => browser.runtime.sendMessage(message));

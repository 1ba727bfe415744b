import type { Browser } from 'puppeteer-core';

export interface BidiConnection {
  send(method: string, params: Record<string, unknown>): Promise<{ result: unknown }>;
}

/** Puppeteer keeps its BiDi connection to itself; some commands are not in its API (measured on Firefox 153). */
export function bidiConnection(browser: Browser): BidiConnection {
  return (browser as unknown as { connection: BidiConnection }).connection;
}

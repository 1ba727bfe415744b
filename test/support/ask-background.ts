import type { CompanionPage } from '../browser/companion-page.ts';

/**
 * Sends one message to the background as the extension's own pages do, and gives what it answers. Older releases have other
 * pages, but these messages are the same; throws what is refused.
 */
export async function ask<T>(page: CompanionPage, name: string, request: unknown): Promise<T> {
  const answer = await page.page.evaluate(
    async (message) => {
      type Api = { runtime: { sendMessage(message: unknown): Promise<unknown> } };
      const scope = globalThis as typeof globalThis & { browser?: Api; chrome?: Api };
      return (scope.browser ?? scope.chrome)?.runtime.sendMessage(message);
    },
    { name, request },
  );
  const { ok, data } = answer as { ok?: boolean; data?: T };
  if (ok !== true) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return data as T;
}

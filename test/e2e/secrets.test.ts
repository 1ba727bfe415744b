import { describe, expect, it } from 'vitest';
import { browserKinds } from '../browser/browser-kind.ts';
import type { CompanionPage } from '../browser/companion-page.ts';
import { connect, syncNow, testConnection } from '../support/admin.ts';
import { useStage } from './stage.ts';

/** Everything in `storage.local`, and every row of every IndexedDB database of the extension, as text. */
async function storedText(page: CompanionPage): Promise<string> {
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

describe.each(browserKinds)('secrets in %s', (kind) => {
  const stage = useStage(kind, 10);

  it('stay out of stored data, pages and consoles', async () => {
    const { companion, credentials } = stage;
    const options = await connect(companion, credentials);
    await testConnection(options, 'nmbrs', /Connected/);
    await testConnection(options, 'javelo', /Connected/);
    const popup = await companion.openPopup();
    await syncNow(popup);
    const history = await companion.openOptions('history');
    await history.find('log-row');
    const reloaded = await companion.openOptions('connection');
    await reloaded.find('nmbrs-token');

    const stored = await storedText(popup);
    expect(stored).toContain(credentials.email); // it looks in the right place
    const pages = [options, popup, history, reloaded];
    const texts = [stored, ...(await Promise.all(pages.map((page) => page.content())))];
    const consoles = pages.flatMap((page) => page.console);
    for (const token of [credentials.nmbrsToken, credentials.javeloToken]) {
      expect(token.length).toBeGreaterThan(8);
      for (const text of [...texts, ...consoles]) expect(text).not.toContain(token);
      expect(await reloaded.value('nmbrs-token')).not.toContain(token);
      expect(await reloaded.value('javelo-token')).not.toContain(token);
    }
  });
});

import { background } from '../messaging/background-client.ts';
import type { LogRow } from '../messaging/schemas/log.ts';
import { type AllPages, useAllPages } from './use-all-pages.ts';

/** The first page is small, so that there is something to see at once. */
const firstPage = 100;
const laterPage = 500;

/** Everyone a run met; read anew when `version` changes. */
export function useWholeLog(runId: string, version: string): AllPages<LogRow> {
  return useAllPages(`${runId}/${version}`, async (cursor, have) => {
    const { entries, next } = await background('log.query', {
      runId,
      limit: have === 0 ? firstPage : laterPage,
      ...(cursor === null ? {} : { cursor }),
    });
    return { rows: entries, next };
  });
}

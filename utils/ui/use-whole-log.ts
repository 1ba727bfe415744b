import { background } from '../messaging/background-client.ts';
import type { LogRow } from '../messaging/schemas/log.ts';
import { type AllPages, useAllPages } from './use-all-pages.ts';

/** Of a long list the first page is a small one, so that there is something to see at once. */
const firstPage = 100;
const largestPage = 500;

/** Everyone a run met, about `people`; read anew when `version` changes. */
export function useWholeLog(runId: string, version: string, people: number): AllPages<LogRow> {
  return useAllPages(`${runId}/${version}`, async (cursor, have) => {
    const { entries, next } = await background('log.query', {
      runId,
      limit: have === 0 && people > largestPage ? firstPage : largestPage,
      ...(cursor === null ? {} : { cursor }),
    });
    return { rows: entries, next };
  });
}

import { background } from '../messaging/background-client.ts';
import type { PersonBrief } from '../messaging/schemas/people.ts';
import { type AllPages, useAllPages } from './use-all-pages.ts';

const firstPage = 60;
const laterPage = 200;

/** Everyone as the last run found them; read anew when `version` changes. */
export function usePeople(version: string): AllPages<PersonBrief> {
  return useAllPages(version, async (cursor, have) => {
    const { people, next } = await background('people.list', {
      limit: have === 0 ? firstPage : laterPage,
      ...(cursor === null ? {} : { cursor }),
    });
    return { rows: people, next };
  });
}

import type { Json } from '../../../utils/core/ids.ts';
import { needsAttention } from '../../../utils/core/log/attention.ts';
import type { Journal, LogPage, LogQuery } from '../../../utils/ports/journal.ts';

/** A page of the people who need the admin: as many journal pages as it takes to fill it. */
export async function queryNeedYou(journal: Journal, query: LogQuery): Promise<LogPage> {
  const entries: LogPage['entries'][number][] = [];
  let cursor: Json = query.cursor ?? null;
  do {
    const page: LogPage = await journal.queryLog({
      ...query,
      outcomes: ['failed', 'skipped'],
      ...(cursor === null ? {} : { cursor }),
    });
    entries.push(...page.entries.filter(needsAttention));
    cursor = page.next;
  } while (cursor !== null && entries.length < query.limit);
  return { entries, next: cursor };
}

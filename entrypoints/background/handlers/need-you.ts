import { needsAttention } from '../../../utils/core/attention.ts';
import type { Json } from '../../../utils/core/ids.ts';
import type { Run } from '../../../utils/core/run.ts';
import type { Journal, LogPage, LogQuery } from '../../../utils/ports/journal.ts';

const pageSize = 500;

/** How many people of a run need the admin. */
export async function countNeedYou(journal: Journal, run: Pick<Run, 'id' | 'counts'>): Promise<number> {
  let count = run.counts.failed;
  if (run.counts.skipped === 0) return count;
  let cursor: Json = null;
  do {
    const page: LogPage = await journal.queryLog({
      runId: run.id,
      outcomes: ['skipped'],
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    count += page.entries.filter(needsAttention).length;
    cursor = page.next;
  } while (cursor !== null);
  return count;
}

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

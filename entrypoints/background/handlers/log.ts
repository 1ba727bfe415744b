import { CompanionError } from '../../../utils/core/errors.ts';
import type { Json, RunId, SourceId } from '../../../utils/core/ids.ts';
import { writeLogPart } from '../../../utils/export/log-file.ts';
import type { RequestOf } from '../../../utils/messaging/contract.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import { exclusively } from '../../../utils/platform/exclusively.ts';
import { whileAlive } from '../../../utils/platform/keepalive.ts';
import type { Journal, LogPage } from '../../../utils/ports/journal.ts';
import { erasePerson } from '../erase-person.ts';
import { engineLock } from '../pump.ts';
import type { OpenServices } from '../services.ts';
import { queryNeedYou } from './need-you.ts';

const rowsPerPart = 1_000;

export function createLogHandlers(open: OpenServices): Pick<Handlers, 'log.query' | 'log.export' | 'log.erasePerson'> {
  return {
    async 'log.query'(query) {
      return readPage((await open()).journal, query);
    },
    async 'log.export'({ format, cursor = null, ...query }) {
      const { journal } = await open();
      const { at, rows } = readCursor(cursor);
      const page = await readPage(journal, { ...query, limit: rowsPerPart, ...(at === null ? {} : { cursor: at }) });
      const place = { isFirst: cursor === null, isLast: page.next === null, rowsBefore: rows };
      const next = page.next === null ? null : { at: page.next, rows: rows + page.entries.length };
      return { text: writeLogPart(format, page.entries, place), next };
    },
    async 'log.erasePerson'({ sourceId, exclude }) {
      const services = await open();
      return whileAlive(() => exclusively(engineLock, () => erasePerson(services, sourceId as SourceId, exclude)));
    },
  };
}

function readPage(journal: Journal, { runId, attention, ...rest }: RequestOf<'log.query'>): Promise<LogPage> {
  const query = { ...rest, ...(runId === undefined ? {} : { runId: runId as RunId }) };
  return attention ? queryNeedYou(journal, query) : journal.queryLog(query);
}

/** Where the part before ended, and how many rows there were up to then. */
function readCursor(cursor: Json): { readonly at: Json; readonly rows: number } {
  if (cursor === null) return { at: null, rows: 0 };
  if (typeof cursor === 'object' && 'at' in cursor && 'rows' in cursor && typeof cursor.rows === 'number') {
    return { at: cursor.at, rows: cursor.rows };
  }
  throw new CompanionError('message-refused', { why: 'shape' });
}

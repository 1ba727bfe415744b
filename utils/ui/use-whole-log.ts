import { useEffect, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../core/errors.ts';
import type { Json } from '../core/ids.ts';
import { background } from '../messaging/background-client.ts';
import type { LogRow } from '../messaging/schemas/log.ts';

/** The first page is small, so that there is something to see at once. */
const firstPage = 100;
const laterPage = 500;
/** Rows are shown in steps of this size while more come: every step orders the table anew. */
const step = 2_000;

interface WholeLog {
  readonly rows: readonly LogRow[];
  /** Everybody is here. */
  readonly complete: boolean;
  readonly error: ErrorInfo | null;
}

const nobodyYet: WholeLog = { rows: [], complete: false, error: null };

/** Everyone a run met, read page by page; read anew when `version` changes. */
export function useWholeLog(runId: string, version: string): WholeLog {
  const [log, setLog] = useState<WholeLog>(nobodyYet);
  // `version` is not an input but the reason to read again.
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const rows: LogRow[] = [];
      let cursor: Json = null;
      let shown = 0;
      do {
        const { entries, next }: { entries: readonly LogRow[]; next: Json } = await background('log.query', {
          runId,
          limit: rows.length === 0 ? firstPage : laterPage,
          ...(cursor === null ? {} : { cursor }),
        });
        if (!current) return;
        rows.push(...entries);
        cursor = next;
        if (shown === 0 || cursor === null || rows.length - shown >= step) {
          shown = rows.length;
          setLog({ rows: [...rows], complete: cursor === null, error: null });
        }
      } while (cursor !== null);
    };
    read().catch((caught) => current && setLog((before) => ({ ...before, error: toErrorInfo(caught) })));
    return () => {
      current = false;
    };
  }, [runId, version]);
  return log;
}

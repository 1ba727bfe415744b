import { useEffect, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../core/errors.ts';
import type { Json } from '../core/ids.ts';

/** Rows are shown in steps of this size while more come: every step orders the table anew. */
const step = 2_000;

export interface AllPages<T> {
  readonly rows: readonly T[];
  /** Everything is here. */
  readonly complete: boolean;
  readonly error: ErrorInfo | null;
}

interface Page<T> {
  readonly rows: readonly T[];
  readonly next: Json;
}

const nothingYet = { rows: [], complete: false, error: null };

/**
 * A list of any length, page by page: the first page is shown at once, the rest as it comes. Read anew when `key` changes;
 * `readPage` is told how many rows there are already, so that a first page can be a small one.
 */
export function useAllPages<T>(key: string, readPage: (cursor: Json, have: number) => Promise<Page<T>>): AllPages<T> {
  const [state, setState] = useState<AllPages<T>>(nothingYet);
  // `readPage` is made anew with every rendering; the key says whether it asks for something else.
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const rows: T[] = [];
      let cursor: Json = null;
      let shown = 0;
      do {
        const page: Page<T> = await readPage(cursor, rows.length);
        if (!current) return;
        rows.push(...page.rows);
        cursor = page.next;
        if (shown === 0 || cursor === null || rows.length - shown >= step) {
          shown = rows.length;
          setState({ rows: [...rows], complete: cursor === null, error: null });
        }
      } while (cursor !== null);
    };
    read().catch((caught) => current && setState((before) => ({ ...before, error: toErrorInfo(caught) })));
    return () => {
      current = false;
    };
  }, [key]);
  return state;
}

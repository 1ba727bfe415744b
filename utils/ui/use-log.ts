import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../core/errors.ts';
import type { Json } from '../core/ids.ts';
import type { Outcome } from '../core/log/log-entry.ts';
import { background } from '../messaging/background-client.ts';
import type { LogQueryData, LogRow } from '../messaging/schemas/log.ts';

/** Who is shown: everyone, those who need the admin, or one outcome. */
export type LogFilter = 'all' | 'attention' | Outcome;

const pageSize = 50;

interface State {
  readonly rows: readonly LogRow[];
  readonly next: Json;
  readonly loading: boolean;
  readonly error: ErrorInfo | null;
}

/** Pages through the provisioning log of one run. A new question replaces the rows; answers to older ones are dropped. */
export function useLog(runId: string, filter: LogFilter, text: string, version: string) {
  const [state, setState] = useState<State>({ rows: [], next: null, loading: true, error: null });
  const question = useRef(0);

  const load = useCallback(
    async (cursor: Json, before: readonly LogRow[]) => {
      question.current += 1;
      const mine = question.current;
      setState((old) => ({ ...old, loading: true, error: null }));
      try {
        const page = await background('log.query', logQuery(runId, filter, text, cursor));
        if (mine === question.current) {
          setState({ rows: [...before, ...page.entries], next: page.next, loading: false, error: null });
        }
      } catch (caught) {
        if (mine === question.current) setState((old) => ({ ...old, loading: false, error: toErrorInfo(caught) }));
      }
    },
    [runId, filter, text],
  );

  // `version` changes when the run's counts do: the rows are then read anew.
  useEffect(() => {
    void load(null, []);
  }, [load, version]);

  return { ...state, loadMore: () => load(state.next, state.rows) };
}

function logQuery(runId: string, filter: LogFilter, text: string, cursor: Json): LogQueryData {
  return {
    runId,
    limit: pageSize,
    ...(filter === 'attention' ? { attention: true } : {}),
    ...(filter === 'all' || filter === 'attention' ? {} : { outcomes: [filter] }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(cursor === null ? {} : { cursor }),
  };
}

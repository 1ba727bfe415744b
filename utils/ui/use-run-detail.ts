import { useEffect, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../core/errors.ts';
import { background } from '../messaging/background-client.ts';
import type { RunSummary } from './use-run.ts';

type Detail =
  | { readonly state: 'loading' }
  | { readonly state: 'missing' }
  | { readonly state: 'error'; readonly error: ErrorInfo }
  | { readonly state: 'ready'; readonly summary: RunSummary };

/** One run with how many people need the admin; read anew when `version` changes. */
export function useRunDetail(runId: string, version: string): Detail {
  const [detail, setDetail] = useState<Detail & { readonly runId: string }>({ state: 'loading', runId });
  // `version` is not an input but the reason to read again.
  useEffect(() => {
    let current = true;
    background('runs.get', { runId }).then(
      (summary) => current && setDetail(summary ? { state: 'ready', summary, runId } : { state: 'missing', runId }),
      (caught) => current && setDetail({ state: 'error', error: toErrorInfo(caught), runId }),
    );
    return () => {
      current = false;
    };
  }, [runId, version]);
  return detail.runId === runId ? detail : { state: 'loading' };
}

import { useEffect, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../core/errors.ts';
import { background } from '../messaging/background-client.ts';
import type { RunData } from '../messaging/schemas/run.ts';

const kept = 50;

/** The runs on record, newest first; read anew when `version` changes. `null` while they are being loaded. */
export function useRuns(version: string) {
  const [runs, setRuns] = useState<readonly RunData[] | null>(null);
  const [error, setError] = useState<ErrorInfo | null>(null);
  // `version` is not an input but the reason to read again.
  useEffect(() => {
    let current = true;
    background('runs.list', { limit: kept }).then(
      (list) => current && setRuns(list),
      (caught) => current && setError(toErrorInfo(caught)),
    );
    return () => {
      current = false;
    };
  }, [version]);
  return { runs, error };
}

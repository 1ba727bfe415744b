import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../core/errors.ts';
import { background } from '../messaging/background-client.ts';
import type { ConnectionView } from '../messaging/schemas/connection.ts';

/** The configured connection; `null` while it is being loaded. */
export function useConnection() {
  const [connection, setConnection] = useState<ConnectionView | null>(null);
  const [error, setError] = useState<ErrorInfo | null>(null);
  const reload = useCallback(() => {
    setError(null);
    background('connection.get', null).then(setConnection, (caught) => setError(toErrorInfo(caught)));
  }, []);
  useEffect(reload, [reload]);
  return { connection, error, reload, setConnection };
}

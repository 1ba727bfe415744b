import { useEffect, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../core/errors.ts';

interface Loaded<T> {
  readonly value: T | null;
  readonly error: ErrorInfo | null;
}

const nothingYet = { value: null, error: null };

/**
 * What a promise brings: `null` while it is awaited. Called anew when `key` changes; the answer to an older question is
 * dropped, and the value at hand stays until the new one is there unless the question is another one (`key`).
 */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> & { readonly reload: () => void } {
  const [state, setState] = useState<Loaded<T> & { readonly key: string }>({ ...nothingYet, key });
  const [attempt, setAttempt] = useState(0);
  // `load` is made anew with every rendering; the key says whether it asks for something else.
  useEffect(() => {
    let current = true;
    load().then(
      (value) => current && setState({ value, error: null, key }),
      (caught) => current && setState((old) => ({ ...old, error: toErrorInfo(caught), key })),
    );
    return () => {
      current = false;
    };
  }, [key, attempt]);
  const reload = () => setAttempt((count) => count + 1);
  return state.key === key ? { ...state, reload } : { ...nothingYet, reload };
}

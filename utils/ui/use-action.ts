import { useCallback, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../core/errors.ts';

export interface Action<Args extends unknown[], T> {
  readonly busy: boolean;
  readonly error: ErrorInfo | null;
  readonly result: T | null;
  run(...args: Args): Promise<T | null>;
  reset(): void;
}

/** Something a click starts: knows whether it is under way, what came of it, and what went wrong. */
export function useAction<Args extends unknown[], T>(work: (...args: Args) => Promise<T>): Action<Args, T> {
  const [state, setState] = useState<{ busy: boolean; error: ErrorInfo | null; result: T | null }>({
    busy: false,
    error: null,
    result: null,
  });
  const run = async (...args: Args): Promise<T | null> => {
    setState({ busy: true, error: null, result: null });
    try {
      const result = await work(...args);
      setState({ busy: false, error: null, result });
      return result;
    } catch (error) {
      setState({ busy: false, error: toErrorInfo(error), result: null });
      return null;
    }
  };
  const reset = useCallback(() => setState({ busy: false, error: null, result: null }), []);
  return { ...state, run, reset };
}

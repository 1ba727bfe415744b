import { CompanionError } from '../../utils/core/errors.ts';

/**
 * Work that is asked for again and again: at most one at a time, and once more where it was asked for meanwhile, because
 * something may have changed that the one at hand did not see. What fails is reported under `name` and never thrown.
 */
export function collapse(name: string, work: () => Promise<void>): () => void {
  let working = false;
  let again = false;
  const ask = () => {
    if (working) {
      again = true;
      return;
    }
    working = true;
    void work()
      .catch((error) => console.error(`${name} paused:`, nameOf(error)))
      .finally(() => {
        working = false;
        if (again) {
          again = false;
          ask();
        }
      });
  };
  return ask;
}

/** Never the message: it may quote what must not be in a log. */
function nameOf(error: unknown): string {
  if (error instanceof CompanionError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}

import { CompanionError, type ErrorInfo, toErrorInfo } from '../../core/errors.ts';
import { memoryKeys } from '../memory-keys.ts';
import type { Session } from '../session.ts';

/**
 * Finds out what the target does before its list is read, and so before anything is written, unless that is known from an
 * earlier run. What was found out is kept at once: every later process of this run goes by it too. Gives what went wrong.
 */
export async function negotiateTarget(session: Session): Promise<ErrorInfo | null> {
  const target = await session.target();
  if (!target.negotiate || target.isNegotiated) return null;
  try {
    const found = await target.negotiate(() => session.spend(), session.signal);
    await session.deps.journal.remember([{ key: memoryKeys.negotiated, value: found }]);
    return null;
  } catch (error) {
    session.throwIfInterrupted();
    if (!(error instanceof CompanionError)) throw error;
    return toErrorInfo(error);
  }
}

/** What was found out has turned out wrong: the next process begins without it. */
export async function forgetNegotiated({ deps }: Session): Promise<void> {
  await deps.journal.remember([{ key: memoryKeys.negotiated, value: null }]);
}

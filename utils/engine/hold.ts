import type { ErrorInfo } from '../core/errors.ts';
import { limits } from './deps.ts';
import type { Session } from './session.ts';

/** The target says we are too fast: nobody sends anything until it may be asked again. Not counted as a failure of what was sent. */
export async function holdRequests(session: Session, error: ErrorInfo): Promise<void> {
  const held = session.work.held + 1;
  if (held > limits.rateLimited) {
    await session.endWith({ state: 'failed', outcome: 'waiting', error, retryAt: null });
    return;
  }
  const { nowMs, deps } = session;
  const waitMs = error.retryAfterMs ?? Math.min(300_000, 5_000 * 2 ** (held - 1));
  await deps.journal.holdRequestsUntil(nowMs + waitMs, nowMs);
  session.isFree = false;
  await session.save({}, { held });
}

import { hasEnded, type Run } from '../core/run/run.ts';
import type { StatusPublisher } from '../ports/status.ts';
import { showBadge, showNeed } from './badge.ts';
import { type LiveRun, nextLiveRun } from './run-view.ts';
import { sessionStore } from './session-store.ts';

/** The session key under which the run is published. */
export const liveRunKey = 'run';

/** Publishes runs to `storage.session` and to the badge on the icon. Never throws: losing an update harms nobody. */
export function createStatusPublisher(nowMs: () => number): StatusPublisher {
  let before: LiveRun | null | undefined;
  return {
    async publish(run) {
      // A worker that was just born goes on with the phase that the one before it published.
      if (before === undefined) before = ((await sessionStore.get(liveRunKey)) as LiveRun | undefined) ?? null;
      before = nextLiveRun(run, before, nowMs());
      await Promise.allSettled([sessionStore.set(liveRunKey, before), showRun(run)]);
    },
  };
}

/** Per cent while it works, `!` where somebody is needed, nothing when all is well. */
async function showRun(run: Run): Promise<void> {
  if (hasEnded(run) || run.state === 'awaiting-approval') {
    return showNeed(run.state !== 'succeeded' && run.state !== 'cancelled');
  }
  const { done, total } = run.progress;
  await showBadge(run.state === 'applying' && total > 0 ? `${Math.floor((100 * done) / total)}%` : '…', 'busy');
}

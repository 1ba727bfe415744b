import { hasEnded, type Run } from '../core/run.ts';
import type { StatusPublisher } from '../ports/status.ts';
import { browser } from './browser.ts';
import { type LiveRun, nextLiveRun } from './run-view.ts';
import { sessionStore } from './session-store.ts';

/** The session key under which the run is published. */
export const liveRunKey = 'run';

const badgeColours = { busy: '#4f46e5', trouble: '#c2410c' } as const;

/** Publishes runs to `storage.session` and to the badge on the icon. Never throws: losing an update harms nobody. */
export function createStatusPublisher(nowMs: () => number): StatusPublisher {
  let before: LiveRun | null | undefined;
  return {
    async publish(run) {
      // A worker that was just born goes on with the phase that the one before it published.
      if (before === undefined) before = ((await sessionStore.get(liveRunKey)) as LiveRun | undefined) ?? null;
      before = nextLiveRun(run, before, nowMs());
      await Promise.allSettled([sessionStore.set(liveRunKey, before), showBadge(run)]);
    },
  };
}

async function showBadge(run: Run): Promise<void> {
  const badge = badgeFor(run);
  await browser.action.setBadgeText({ text: badge.text });
  if (badge.text) await browser.action.setBadgeBackgroundColor({ color: badge.colour });
}

/** The few characters on the icon: per cent while it works, `!` where somebody is needed, nothing when all is well. */
function badgeFor(run: Run): { readonly text: string; readonly colour: string } {
  if (run.state === 'failed' || run.state === 'partial' || run.state === 'awaiting-approval') {
    return { text: '!', colour: badgeColours.trouble };
  }
  if (hasEnded(run)) return { text: '', colour: badgeColours.busy };
  const { done, total } = run.progress;
  const text = run.state === 'applying' && total > 0 ? `${Math.floor((100 * done) / total)}%` : '…';
  return { text, colour: badgeColours.busy };
}

import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../../core/errors.ts';
import { hasEnded } from '../../core/run/run.ts';
import type { LiveRunData } from '../../messaging/schemas/run.ts';
import { sessionStore, watchSession } from '../../platform/session-store.ts';
import { liveRunKey } from '../../platform/status.ts';
import { askStatus, first, type Known } from './first-answers.ts';

export interface Status {
  /** Everything but the run that goes on; null until the background has answered. */
  readonly known: Known | null;
  /** The run that goes on now, as it was last published. */
  readonly live: LiveRunData | null;
  readonly error: ErrorInfo | null;
  refresh(): Promise<void>;
}

/** All the popup shows: asked once when it opens and after each run; a run at work is followed as it is published. */
export function useStatus(): Status {
  const [state, setState] = useState<Omit<Status, 'refresh'>>(() => ({
    known: null,
    live: null,
    ...first.status,
    error: null,
  }));

  const refresh = useCallback(async (): Promise<void> => {
    await askStatus().then(
      (answers) => setState({ ...answers, error: null }),
      (caught) => setState((before) => ({ ...before, error: toErrorInfo(caught) })),
    );
  }, []);

  useEffect(() => {
    // The published state is there at once, without waking the background.
    void sessionStore.get(liveRunKey).then((value) => {
      const live = readLive(value);
      if (live) setState((before) => (before.live ? before : { ...before, live }));
    });
    // The answers may have come between the drawing and now, as long as that takes in a window nobody looks at.
    setState((before) => (before.known ? before : { ...before, ...first.status }));
    // A run may have ended since it was asked about, before anybody listened.
    if (first.status === null || first.status.live !== null) void refresh();
    return watchSession(liveRunKey, (value) => {
      const live = readLive(value);
      if (live) setState((before) => ({ ...before, live }));
      else void refresh();
    });
  }, [refresh]);

  return { ...state, refresh };
}

/** What our own background has put there; a run that is over is none. */
function readLive(value: unknown): LiveRunData | null {
  const live = value as LiveRunData | undefined | null;
  return live?.run && live.phase && !hasEnded(live.run) ? live : null;
}

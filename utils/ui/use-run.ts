import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../core/errors.ts';
import { hasEnded } from '../core/run/run.ts';
import { background } from '../messaging/background-client.ts';
import { type LiveRunData, parseLiveRun, type RunData } from '../messaging/schemas/run.ts';
import { sessionStore, watchSession } from '../platform/session-store.ts';
import { liveRunKey } from '../platform/status.ts';

export interface RunSummary {
  readonly run: RunData;
  readonly needYou: number;
}

export interface RunStatus {
  readonly loading: boolean;
  /** The run that goes on now, as it was last published. */
  readonly live: LiveRunData | null;
  /** The newest run that is over. */
  readonly latest: RunSummary | null;
  readonly error: ErrorInfo | null;
  refresh(): Promise<void>;
}

interface State {
  readonly loading: boolean;
  readonly live: LiveRunData | null;
  readonly latest: RunSummary | null;
  readonly error: ErrorInfo | null;
}

/** Follows the synchronisation: what is published now, and the newest run that has ended. */
export function useRun(): RunStatus {
  const [state, setState] = useState<State>({ loading: true, live: null, latest: null, error: null });

  const asked = useRef(0);
  const heard = useRef(0);

  const refresh = useCallback(async (): Promise<void> => {
    asked.current += 1;
    const [mine, heardThen] = [asked.current, heard.current];
    // An answer that took its time may be older than a later question's, or than what was published meanwhile.
    const take = (next: (before: State) => State) => mine === asked.current && setState(next);
    await loadStatus().then(
      (loaded) =>
        take((before) => {
          const live = heard.current === heardThen ? loaded.live : before.live;
          return { live, latest: loaded.latest, loading: false, error: null };
        }),
      (caught) => take((before) => ({ ...before, loading: false, error: toErrorInfo(caught) })),
    );
  }, []);

  useEffect(() => {
    // The published state is there at once, without waking the background.
    void sessionStore.get(liveRunKey).then((value) => {
      const live = parseLiveRun(value);
      if (live && !hasEnded(live.run))
        setState((before) => (before.live ? before : { ...before, loading: false, live }));
    });
    void refresh();
    return watchSession(liveRunKey, (value) => {
      const live = parseLiveRun(value);
      if (!live || hasEnded(live.run)) return void refresh();
      heard.current += 1;
      setState((before) => ({ ...before, loading: false, live }));
    });
  }, [refresh]);

  return { ...state, refresh };
}

async function loadStatus(): Promise<Pick<State, 'live' | 'latest'>> {
  const [live, runs] = await Promise.all([background('runs.active', null), background('runs.list', { limit: 10 })]);
  // A comparison is about nobody in particular: what became of people is in the run before it.
  const newest = runs.find((run) => hasEnded(run) && run.task?.kind !== 'drift');
  const latest = newest ? await background('runs.get', { runId: newest.id }) : null;
  return { live, latest };
}

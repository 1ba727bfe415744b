import { useCallback, useEffect, useState } from 'preact/hooks';
import { type ErrorInfo, toErrorInfo } from '../../core/errors.ts';
import { hasEnded } from '../../core/run/run.ts';
import type { DemoView } from '../../messaging/contract/demo.ts';
import type { ConnectionView } from '../../messaging/schemas/connection.ts';
import type { Health } from '../../messaging/schemas/health.ts';
import type { LiveRunData } from '../../messaging/schemas/run.ts';
import { sessionStore, watchSession } from '../../platform/session-store.ts';
import { liveRunKey } from '../../platform/status.ts';
import { ask } from './ask.ts';

interface Known {
  readonly health: Health;
  readonly connection: ConnectionView;
  readonly demo: DemoView;
}

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
    ...first,
    error: null,
  }));

  const refresh = useCallback(async (): Promise<void> => {
    await askAll().then(
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
    if (first !== null) setState((before) => ({ ...before, ...first }));
    // A run may have ended since it was asked about, before anybody listened.
    if (first === null || first.live !== null) void refresh();
    return watchSession(liveRunKey, (value) => {
      const live = readLive(value);
      if (live) setState((before) => ({ ...before, live }));
      else void refresh();
    });
  }, [refresh]);

  return { ...state, refresh };
}

let first: Pick<Status, 'known' | 'live'> | null = null;

/**
 * Asks before there is anything to show it with, so that texts and answers come at the same time and nothing moves when they are there;
 * waits for so many ms at most, since a background that takes its time must not keep the popup away.
 */
export async function askFirst(patienceMs: number): Promise<void> {
  const answers = askAll().then(
    (all) => {
      first = all;
    },
    // The popup asks again, and says why there is no answer.
    () => {},
  );
  await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
}

async function askAll(): Promise<Pick<Status, 'known' | 'live'>> {
  const [health, connection, live, demo] = await Promise.all([
    ask('health.get', null),
    ask('connection.get', null),
    ask('runs.active', null),
    ask('demo.get', null),
  ]);
  return { known: { health, connection, demo }, live };
}

/** What our own background has put there; a run that is over is none. */
function readLive(value: unknown): LiveRunData | null {
  const live = value as LiveRunData | undefined | null;
  return live?.run && live.phase && !hasEnded(live.run) ? live : null;
}

import { CompanionError } from '../../../utils/core/errors.ts';
import type { RunId } from '../../../utils/core/ids.ts';
import { hasEnded } from '../../../utils/core/run/run.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import { parseLiveRun } from '../../../utils/messaging/schemas/run.ts';
import { nextLiveRun, viewRun } from '../../../utils/platform/run-view.ts';
import { sessionStore } from '../../../utils/platform/session-store.ts';
import { liveRunKey } from '../../../utils/platform/status.ts';
import type { Pump } from '../pump.ts';
import type { OpenServices } from '../services.ts';
import { startRun } from '../start-run.ts';

type RunMessages =
  | 'runs.start'
  | 'runs.active'
  | 'runs.list'
  | 'runs.get'
  | 'runs.approve'
  | 'runs.undo'
  | 'runs.cancel';

export function createRunHandlers(open: OpenServices, pump: Pump): Pick<Handlers, RunMessages> {
  return {
    async 'runs.start'({ mode, against }) {
      return startRun(await open(), pump, { mode, ...(against ? { against } : {}) });
    },
    async 'runs.active'() {
      const { journal, clock } = await open();
      const run = await journal.activeRun();
      if (!run) return null;
      pump.nudge();
      const published = parseLiveRun(await sessionStore.get(liveRunKey));
      return published?.run.id === run.id ? published : nextLiveRun(run, null, clock.nowMs());
    },
    async 'runs.list'({ limit }) {
      const { journal } = await open();
      // What was only made for a file tells nothing of how people stand.
      return (await journal.listRuns(limit * 2))
        .filter((run) => !run.against)
        .slice(0, limit)
        .map(viewRun);
    },
    async 'runs.get'({ runId }) {
      const { journal } = await open();
      const run = await journal.loadRun(runId as RunId);
      if (!run) return null;
      return { run: viewRun(run), needYou: hasEnded(run) ? await journal.countAttention(run.id) : 0 };
    },
    async 'runs.approve'({ runId, planHash }) {
      const { engine } = await open();
      await engine.approve(runId as RunId, planHash);
      pump.nudge();
      return null;
    },
    async 'runs.undo'({ runId, mode }) {
      const services = await open();
      const run = await services.journal.loadRun(runId as RunId);
      if (run?.mode !== 'live' || !hasEnded(run)) throw new CompanionError('undo-impossible');
      return startRun(services, pump, { mode, task: { kind: 'undo', of: run.id } });
    },
    async 'runs.cancel'({ runId }) {
      const { engine } = await open();
      await engine.cancel(runId as RunId);
      pump.nudge();
      return null;
    },
  };
}

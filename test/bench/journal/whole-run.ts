import type { RunId } from '../../../utils/core/ids.ts';
import { defaultPolicy, type Policy } from '../../../utils/core/policy.ts';
import type { Run } from '../../../utils/core/run/run.ts';
import { createEngine } from '../../../utils/engine/engine.ts';
import { systemClock } from '../../../utils/platform/system-clock.ts';
import type { Journal } from '../../../utils/ports/journal.ts';
import { createScheduler } from '../../../utils/ports/scheduler.ts';
import type { Source } from '../../../utils/ports/source.ts';
import type { Target } from '../../../utils/ports/target.ts';
import type { RunJournal } from './memory-journal.ts';

const noLimit = { number: null, percent: null };
/** Nothing waits for an admin. */
const policy: Policy = {
  ...defaultPolicy,
  thresholds: { create: noLimit, update: noLimit, disable: noLimit },
  minimumForPercent: Number.POSITIVE_INFINITY,
};

/** One run from its start to its end, through the real engine; `tell` hears of every step that is published. */
export async function wholeRun(
  parts: { readonly source: Source; readonly target: Target; readonly journal: RunJournal },
  tell: (run: Run) => void = () => {},
): Promise<Run> {
  const engine = createEngine({
    source: async () => parts.source,
    target: async () => parts.target,
    journal: parts.journal as Journal,
    clock: systemClock,
    scheduler: createScheduler(),
    wakeUp: { scheduleAt: async () => {}, cancel: async () => {} },
    status: { publish: async (run) => tell(run) },
    policy: async () => policy,
    owner: 'bench',
    newRunId: () => crypto.randomUUID() as RunId,
  });
  await engine.start({ mode: 'live', trigger: 'manual' });
  const rest = await engine.resume();
  if (rest.state !== 'ended' || rest.run.state !== 'succeeded') throw new Error('the run did not succeed');
  return rest.run;
}

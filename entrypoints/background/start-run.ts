import type { RunId } from '../../utils/core/ids.ts';
import type { RunMode, RunTask } from '../../utils/core/run/run.ts';
import type { Pump } from './pump.ts';
import type { Services } from './services.ts';

interface Request {
  readonly mode: RunMode;
  readonly against?: 'nothing';
  readonly task?: RunTask;
}

/**
 * Starts a run that an admin asked for. Tells at once what is missing (a token, a permission) instead of starting one that must
 * fail. Throws `way-hosted`, `run-active` and what the two ends throw.
 */
export async function startRun(services: Services, pump: Pump, request: Request): Promise<{ runId: RunId }> {
  const { engine, openSource, openTarget } = services;
  const { against, task } = request;
  const readsSource = task === undefined || task.kind === 'person';
  await Promise.all([readsSource ? openSource() : null, against ? null : openTarget()]);
  const runId = await engine.start({ trigger: 'manual', ...request });
  pump.nudge();
  return { runId };
}

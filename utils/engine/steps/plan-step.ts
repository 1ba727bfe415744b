import type { Session } from '../session.ts';
import { confirmPlan } from './confirm-plan.ts';
import { planRun } from './plan-run.ts';
import { planUndo } from './plan-undo.ts';
import { reportDrift } from './report-drift.ts';

/** Everything that is needed has been read: what comes of it depends on what the run is about. */
export function planStep(session: Session): Promise<void> {
  const { task, planHash, approvedHash } = session.run;
  if (planHash !== null && planHash === approvedHash) return confirmPlan(session);
  switch (task?.kind) {
    case 'undo':
      return planUndo(session, task.of);
    case 'drift':
      return reportDrift(session);
    case 'person':
    case undefined:
      return planRun(session);
  }
}

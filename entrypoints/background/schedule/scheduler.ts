import type { Run } from '../../../utils/core/run/run.ts';
import { nextTurn } from '../../../utils/core/schedule/next-turn.ts';
import { whileAlive } from '../../../utils/platform/keepalive.ts';
import { scheduleAlarm } from '../../../utils/platform/schedule-alarm.ts';
import { collapse } from '../collapse.ts';
import type { OpenServices, Services } from '../services.ts';
import { findCauses, tellCauses } from './causes.ts';
import { readStanding } from './standing.ts';
import { testConnection } from './test-connection.ts';

// The clock or the time zone may be changed meanwhile, and a permission given back: look again at least this often.
const longestMs = 6 * 3_600_000;
const blockedMs = 3_600_000;
const dryRunMs = 5 * 60_000;

/**
 * Does what is due by the schedule, and asks the browser to be woken for what comes next. Safe to call at any time: at every
 * start of the worker, so that what was missed is caught up, and whenever something changed that it depends on.
 */
export function createLook(open: OpenServices, nudge: () => void): () => void {
  return collapse('The schedule', async () => {
    const services = await open();
    for (let isDue = true; isDue; ) isDue = await look(services, nudge);
  });
}

/** Gives whether it has to be looked at again at once. */
async function look(services: Services, nudge: () => void): Promise<boolean> {
  const { journal } = services;
  const [standing, active] = await Promise.all([readStanding(services), journal.activeRun()]);
  await tellCauses(services, findCauses(standing, active), active);
  const { nowMs } = standing;
  const turn = nextTurn(standing);
  if (!turn) {
    await scheduleAlarm.cancel();
    return false;
  }
  if (turn.atMs > nowMs) {
    await scheduleAlarm.scheduleAt(Math.min(turn.atMs, nowMs + longestMs));
    return false;
  }
  if (standing.blocked) {
    await scheduleAlarm.scheduleAt(nowMs + blockedMs);
    return false;
  }
  if (turn.does === 'test') {
    await whileAlive(() => testConnection(services));
    return true;
  }
  return startRun(services, active, nudge);
}

async function startRun(
  { engine, settings, clock }: Services,
  active: Run | null,
  nudge: () => void,
): Promise<boolean> {
  if (active?.mode === 'dry') {
    // It is soon over, and somebody looks at it.
    await scheduleAlarm.scheduleAt(clock.nowMs() + dryRunMs);
    return false;
  }
  // Where a live run is at work already, this one is it: never two at a time.
  await engine.start({ mode: 'live', trigger: 'schedule' });
  const { schedule } = await settings.readSchedule();
  await settings.saveSchedule({ schedule, sinceMs: clock.nowMs() });
  nudge();
  return true;
}

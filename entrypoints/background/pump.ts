import { exclusively } from '../../utils/platform/exclusively.ts';
import { whileAlive } from '../../utils/platform/keepalive.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import type { Engine } from '../../utils/ports/engine.ts';
import type { Journal } from '../../utils/ports/journal.ts';
import type { WakeUp } from '../../utils/ports/wakeup.ts';
import { collapse } from './collapse.ts';

export interface Pump {
  /** Makes the active run go on, if there is one. Safe to call at any time and as often as one likes. */
  nudge(): void;
}

interface PumpParts {
  readonly engine: Engine;
  readonly journal: Journal;
  readonly wakeUp: WakeUp;
  readonly clock: Clock;
}

/** Held while the engine works; whoever takes it knows that no step is under way. */
export const engineLock = 'engine';
// Pauses up to this long are waited out here; longer ones by an alarm, with the worker gone meanwhile.
const patienceMs = 60_000;
// Should this worker die at work, an alarm starts the next one.
const safetyNetMs = 60_000;
// Should anybody else hold the journal's lease, look again this often.
const leasePollMs = 2_000;

/** Runs the engine until there is nothing to do, keeping the background alive only meanwhile; then calls `onRest`. */
export function createPump(parts: () => Promise<PumpParts>, onRest: () => void): Pump {
  const nudge = collapse('The synchronisation', async () => {
    const { engine, journal, wakeUp, clock } = await parts();
    // Most starts of the worker are for something else; then nothing is kept alive.
    if ((await journal.activeRun()) === null) return wakeUp.cancel();
    try {
      await whileAlive(() => exclusively(engineLock, () => pumpDry(engine, wakeUp, clock)));
    } finally {
      onRest();
    }
  });
  return { nudge };
}

async function pumpDry(engine: Engine, wakeUp: WakeUp, clock: Clock): Promise<void> {
  for (;;) {
    await wakeUp.scheduleAt(clock.nowMs() + safetyNetMs);
    const rest = await engine.resume();
    switch (rest.state) {
      case 'sleeping': {
        if (rest.untilMs - clock.nowMs() > patienceMs) {
          await wakeUp.scheduleAt(rest.untilMs);
          return;
        }
        await clock.sleepUntil(rest.untilMs);
        break;
      }
      case 'busy':
        await clock.sleepUntil(clock.nowMs() + leasePollMs);
        break;
      case 'idle':
      case 'awaiting-approval':
      case 'ended':
        await wakeUp.cancel();
        return;
    }
  }
}

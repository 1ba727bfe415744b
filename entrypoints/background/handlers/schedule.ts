import { nextTurn } from '../../../utils/core/schedule/next-turn.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { ScheduleView } from '../../../utils/messaging/schemas/schedule.ts';
import { toIsoTime } from '../../../utils/ports/clock.ts';
import { type FullStanding, readStanding } from '../schedule/standing.ts';
import type { OpenServices } from '../services.ts';

export function createScheduleHandlers(
  open: OpenServices,
  look: () => void,
): Pick<Handlers, 'schedule.get' | 'schedule.save'> {
  return {
    async 'schedule.get'() {
      return viewSchedule(await readStanding(await open()));
    },
    async 'schedule.save'({ schedule }) {
      const services = await open();
      await services.settings.saveSchedule({ schedule, sinceMs: services.clock.nowMs() });
      look();
      return viewSchedule(await readStanding(services));
    },
  };
}

export function viewSchedule(standing: FullStanding): ScheduleView {
  const { schedule, timeZone, blocked } = standing;
  const turn = nextTurn(standing);
  return {
    schedule,
    nextRunAt: turn?.does === 'run' && !blocked ? toIsoTime(Math.max(turn.atMs, standing.nowMs)) : null,
    pausedBecause: turn ? blocked : null,
    timeZone,
  };
}

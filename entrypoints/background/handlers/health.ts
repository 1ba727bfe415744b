import { countPeople, hasEnded, type Run } from '../../../utils/core/run/run.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import type { Health } from '../../../utils/messaging/schemas/health.ts';
import { whileAlive } from '../../../utils/platform/keepalive.ts';
import { toIsoTime } from '../../../utils/ports/clock.ts';
import { readStanding } from '../schedule/standing.ts';
import { testConnection } from '../schedule/test-connection.ts';
import type { OpenServices, Services } from '../services.ts';
import { viewSchedule } from './schedule.ts';

const shown = 5;
// Among so many runs there is one that had people, or nothing has worked for a long time.
const looked = 20;

export function createHealthHandlers(
  open: OpenServices,
  look: () => void,
): Pick<Handlers, 'health.get' | 'quarantine.test'> {
  return {
    async 'health.get'() {
      const services = await open();
      const [standing, all] = await Promise.all([readStanding(services), services.journal.listRuns(looked)]);
      // Comparing with Javelo is about nobody, and a file for Javelo changes nothing: they say nothing of how people stand.
      const runs = all.filter(({ task, against }) => task?.kind !== 'drift' && !against);
      const { quarantine } = standing;
      return {
        ...viewSchedule(standing),
        lastRun: brief(runs.find(hasEnded)) ?? null,
        recentRuns: runs.slice(0, shown).map(briefRun),
        quarantine: quarantine?.active
          ? {
              reason: quarantine.reason,
              since: toIsoTime(quarantine.sinceMs),
              nextTestAt: toIsoTime(quarantine.testAtMs),
            }
          : null,
        inEscrow: standing.escrow,
        people: await countStanding(services, runs),
      };
    },
    async 'quarantine.test'() {
      const services = await open();
      const error = await whileAlive(() => testConnection(services));
      look();
      return { ok: error === null, error };
    },
  };
}

async function countStanding({ journal }: Services, runs: readonly Run[]): Promise<Health['people']> {
  const run = runs.find((each) => hasEnded(each) && each.mode === 'live' && !each.task && countPeople(each.counts) > 0);
  if (!run) return null;
  const { created, updated, disabled, unchanged, waiting } = run.counts;
  const needYou = await journal.countAttention(run.id);
  return { inStep: created + updated + disabled + unchanged, waiting, needYou };
}

function brief(run: Run | undefined): Health['lastRun'] {
  return run ? briefRun(run) : null;
}

function briefRun({ id, mode, trigger, state, startedAt, endedAt, counts, error }: Run): Health['recentRuns'][number] {
  return { id, mode, trigger, state, startedAt, endedAt, counts, error };
}

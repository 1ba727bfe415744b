import { canBeLeft, type DriftDecision, isInForce } from '../../../utils/core/drift.ts';
import { CompanionError } from '../../../utils/core/errors.ts';
import type { SourceId } from '../../../utils/core/ids.ts';
import { memoryKeys, readDriftReport } from '../../../utils/engine/memory-keys.ts';
import type { Handlers } from '../../../utils/messaging/router.ts';
import { toIsoTime } from '../../../utils/ports/clock.ts';
import type { Pump } from '../pump.ts';
import type { OpenServices } from '../services.ts';
import { startRun } from '../start-run.ts';

type DriftMessages = 'drift.start' | 'drift.get' | 'drift.decide';

export function createDriftHandlers(open: OpenServices, pump: Pump): Pick<Handlers, DriftMessages> {
  return {
    async 'drift.start'() {
      return startRun(await open(), pump, { mode: 'dry', task: { kind: 'drift' } });
    },
    async 'drift.get'(query) {
      const { journal, clock } = await open();
      const [{ drifts, total, next }, decisions, memory] = await Promise.all([
        journal.queryDrift(query),
        journal.readDecisions(),
        journal.recall([memoryKeys.drift]),
      ]);
      const inForce = decisions.filter((decision) => isInForce(decision, clock.nowMs()));
      const items = drifts.map((drift) => ({
        ...drift,
        differences: drift.differences.map((difference) => {
          const { attribute } = difference;
          const made = inForce.find((one) => one.sourceId === drift.sourceId && one.attribute === attribute);
          const decision = made ? { choice: made.choice, until: made.until } : null;
          return { ...difference, canBeLeft: canBeLeft(attribute), decision };
        }),
      }));
      return { report: readDriftReport(memory.get(memoryKeys.drift)), items, total, next };
    },
    async 'drift.decide'({ sourceId, attribute, decision }) {
      const { journal, clock } = await open();
      const id = sourceId as SourceId;
      if (decision.choice === 'restore') {
        await journal.dropDecision(id, attribute);
        return null;
      }
      const drift = await journal.readDrift(id);
      const difference = drift?.differences.find((each) => each.attribute === attribute);
      if (!difference || !canBeLeft(attribute)) throw new CompanionError('drift-changed');
      const made: DriftDecision = {
        sourceId: id,
        attribute,
        choice: decision.choice,
        ours: difference.applied,
        theirs: difference.found,
        until: decision.choice === 'ignore' ? toIsoTime(inMonths(clock.nowMs(), decision.months)) : null,
      };
      await journal.saveDecision(made);
      return null;
    },
  };
}

function inMonths(nowMs: number, months: number): number {
  const date = new Date(nowMs);
  return date.setUTCMonth(date.getUTCMonth() + months);
}

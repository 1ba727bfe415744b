import { findDrift } from '../../core/drift.ts';
import { findNotAccepted, memoryKeys, unpackTallies } from '../memory-keys.ts';
import type { Session } from '../session.ts';
import { uniqueAccounts } from './plan-run.ts';

/** Compares the target's list with what was last applied, and keeps what differs. Nothing is written to the target. */
export async function reportDrift(session: Session): Promise<void> {
  const { journal, policy } = session.deps;
  const [pages, links, memory, chosen] = await Promise.all([
    journal.readTargetPages(session.run.id),
    journal.readLinks(),
    journal.recall([memoryKeys.attributes]),
    policy(),
  ]);
  const notAccepted = findNotAccepted(unpackTallies(memory.get(memoryKeys.attributes), session.nowMs));
  const excludedAttributes = [...chosen.excludedAttributes, ...notAccepted];
  const drifts = await session.deps.scheduler.run(
    (function* () {
      return yield* findDrift(links, yield* uniqueAccounts(pages), { ...chosen, excludedAttributes });
    })(),
  );
  const next = session.with({ state: 'applying', progress: { done: 0, total: 0 }, attempts: 0, notBeforeMs: 0 });
  await journal.saveDrift(next, drifts);
  session.run = next;
}
